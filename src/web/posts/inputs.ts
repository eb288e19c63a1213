import { type Html, html, type Inside } from '../html.ts';

interface Line {
  readonly name: string;
  readonly label: Inside;
  readonly value?: string;
  readonly help?: string;
  readonly needed?: boolean;
  /** What a telephone's keyboard should offer. */
  readonly keys?: 'email' | 'numeric';
  /** Language of what is typed. */
  readonly lang?: string;
}

/** One line to type under its label. */
export function line({ name, label, value = '', help, needed = false, keys, lang }: Line): Html {
  const written =
    lang === undefined ? html` dir=${keys === undefined ? 'auto' : 'ltr'}` : html` lang="${lang}" dir=auto`;
  return html`<div class=f><label for="${name}">${label}</label>${
    help !== undefined && html`<p class=help id="${name}:help">${help}</p>`
  }<input id="${name}" name="${name}" value="${value}" maxlength=500${written}${needed && html` required`}${
    keys !== undefined && html` inputmode=${keys} autocapitalize=none spellcheck=false`
  }${help !== undefined && html` aria-describedby="${name}:help"`}></div>`;
}

/** One of several, by radio buttons under a legend. */
export function oneOf(
  legend: string,
  name: string,
  choices: readonly { readonly value: string; readonly label: Inside }[],
  chosen?: string,
): Html {
  return html`<fieldset class=f><legend>${legend}</legend>${choices.map(
    ({ value, label }) =>
      html`<div class=tick><input type=radio required name="${name}" value="${value}" id="${name}:${value}"${value === chosen && html` checked`}><label for="${name}:${value}">${label}</label></div>`,
  )}</fieldset>`;
}

/** Boxes to tick under a legend. */
export function ticks(
  legend: string,
  name: string,
  choices: readonly { readonly value: string; readonly label: Inside }[],
  chosen: readonly string[],
  help?: string,
): Html {
  return html`<fieldset class=f><legend>${legend}</legend>${help !== undefined && html`<p class=help>${help}</p>`}<div class=boxes>${choices.map(
    ({ value, label }) => html`<div>${tick(name, value, label, chosen.includes(value))}</div>`,
  )}</div></fieldset>`;
}

export function tick(name: string, value: string, label: Inside, ticked: boolean): Html {
  const id = `${name}:${value}`;
  return html`<div class=tick><input type=checkbox name="${name}" value="${value}" id="${id}"${ticked && html` checked`}><label for="${id}">${label}</label></div>`;
}

/** Why the form came back, at its top. */
export function problem(words: string | undefined): Html {
  if (words === undefined) return html``;
  return html`<div class="summary bad" role=alert tabindex=-1 autofocus><p class=error>${words}</div>`;
}

/** What was just done. */
export function done(words: string | undefined): Html {
  return words === undefined ? html`` : html`<div class=summary role=status><p>${words}</div>`;
}
