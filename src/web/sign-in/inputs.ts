import type { MessageKey, Translate } from '../../wording/messages.ts';
import { type Html, html } from '../html.ts';

interface Line {
  readonly name: string;
  readonly label: MessageKey;
  /** What was typed before; never a password. */
  readonly value?: string;
  readonly help?: string;
  /** Which of two inputs with one name on a page. */
  readonly id?: string;
}

export function emailInput(t: Translate, line: Omit<Line, 'name' | 'label'>): Html {
  return labelled(t, { ...line, name: 'email', label: 'signIn.email' }, (attributes) => {
    const keys = html` inputmode=email autocomplete=username autocapitalize=none spellcheck=false dir=ltr`;
    return html`<input${attributes} required value="${line.value}"${keys}>`;
  });
}

export function nameInput(t: Translate, value: string): Html {
  return labelled(t, { name: 'name', label: 'account.name' }, (attributes) => {
    return html`<input${attributes} required maxlength=200 autocomplete=name dir=auto value="${value}">`;
  });
}

/** `kind` tells the browser's store of passwords whether to offer the one it has or a new one. */
export function passwordInput(t: Translate, line: Omit<Line, 'value'>, kind: 'current' | 'new'): Html {
  return labelled(t, line, (attributes) => {
    return html`<input${attributes} type=password required autocomplete=${kind}-password>`;
  });
}

/** A code of the authenticator; recovery codes are longer and have letters. */
export function codeInput(t: Translate, line: Omit<Line, 'name' | 'value'>): Html {
  return labelled(t, { ...line, name: 'code' }, (attributes) => {
    const keys = html` autocomplete=one-time-code autocapitalize=none spellcheck=false dir=ltr`;
    return html`<input${attributes} required maxlength=40${keys}>`;
  });
}

/** How the person will call a new passkey. */
export function passkeyNameInput(t: Translate): Html {
  const line = {
    name: 'label',
    label: 'passkey.name',
    help: t('passkey.name.help'),
    id: 'passkey-name',
  } as const;
  return labelled(t, line, (attributes) => {
    return html`<input${attributes} required maxlength=100 autocomplete=off dir=auto>`;
  });
}

export function tick(t: Translate, name: string, label: MessageKey, ticked: boolean, help?: string): Html {
  const described = help !== undefined && html` aria-describedby="${name}:help"`;
  return html`<div class=f><div class=tick><input type=checkbox id=${name} name=${name} value=yes${ticked && html` checked`}${described}><label for=${name}>${t(label)}</label></div>${
    help !== undefined && html`<p class=help id="${name}:help">${help}</p>`
  }</div>`;
}

export function choice(
  t: Translate,
  { name, label, value = '' }: Line,
  options: readonly (readonly [value: string, words: string])[],
): Html {
  return labelled(t, { name, label }, (attributes) => {
    const all = options.map(
      ([one, words]) =>
        html`<option value="${one}" lang="${one}"${one === value && html` selected`}>${words}</option>`,
    );
    return html`<select${attributes}>${all}</select>`;
  });
}

export function submit(words: string): Html {
  return html`<p><button>${words}</button></p>`;
}

/** What went wrong, at the top of a form: the first thing that is read and heard. */
export function problem(words: readonly string[] | undefined): Html {
  if (words === undefined) return html``;
  return html`<div class="summary bad" role=alert tabindex=-1 autofocus>${words.map((one) => html`<p class=error>${one}`)}</div>`;
}

/** What was done. */
export function done(words: string | undefined): Html {
  return words === undefined ? html`` : html`<div class=summary role=status><p class=note>${words}</div>`;
}

function labelled(
  t: Translate,
  { name, label, help, id = name }: Line,
  input: (attributes: Html) => Html,
): Html {
  const described = help !== undefined && html` aria-describedby="${id}:help"`;
  return html`<div class=f><label for="${id}">${t(label)}</label>${
    help !== undefined && html`<p class=help id="${id}:help">${help}</p>`
  }${input(html` id="${id}" name="${name}"${described}`)}</div>`;
}
