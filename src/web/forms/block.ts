import { type Html, html, type Inside } from '../html.ts';
import type { Place, Showing } from './input.ts';
import type { Note } from './notes.ts';

/** The id of the element with this name: names may hold what was typed, ids no space. */
export function idOf(name: string): string {
  return name.replace(/\s/g, '_');
}

/** A label with the thing to type in below it, help and what is said of it between the two. */
export function block(form: Showing, at: Place, element: (attributes: Html) => Html): Html {
  const id = idOf(at.name);
  return html`<div class="f${isWrong(form, at.name) && ' bad'}"><label for="${id}">${labelOf(form, at)}</label>${helpOf(at)}${notesOf(form, at.name)}${element(attributesOf(form, at))}</div>`;
}

/** Several inputs under one legend. */
export function group(form: Showing, at: Place, kind: string, inside: Inside): Html {
  const id = idOf(at.name);
  return html`<fieldset class="${kind}${isWrong(form, at.name) && ' bad'}" id="${id}" tabindex=-1${describedBy(form, [at])}><legend>${labelOf(form, at)}</legend>${helpOf(at)}${notesOf(form, at.name)}${inside}</fieldset>`;
}

/** Name, id, and the links to help and to what is said; `within`: the group whose words are about this element too. */
export function attributesOf(form: Showing, at: Place, within?: Place): Html {
  const places = within === undefined ? [at] : [within, at];
  const wrong = places.some(({ name }) => isWrong(form, name));
  return html` id="${idOf(at.name)}" name="${at.name}"${describedBy(form, places)}${wrong && html` aria-invalid=true`}${at.focus === true && html` autofocus`}`;
}

export function labelOf({ t }: Showing, { label, needed }: Place): Html {
  return html`${label}${needed === true && html` <small>(${t('form.needed')})</small>`}`;
}

export function helpOf({ name, help }: Place): Html {
  return html`${help !== undefined && html`<p class=help id="${idOf(name)}:help">${help}</p>`}`;
}

export function notesOf(form: Showing, name: string): Html {
  const notes = form.notesAt(name);
  if (notes.length === 0) return html``;
  return html`<div id="${idOf(name)}:said">${notes.map((note) => noteLine(form, note))}</div>`;
}

/** What is said, after the word for how it is meant. */
export function noteLine({ t }: Pick<Showing, 't'>, { kind, text }: Note): Html {
  const label = t('common.colon', { label: t(`form.${kind}`), value: '' }).trimEnd();
  return html`<p class=${kind}><b>${label}</b> ${kind === 'remark' ? html`<bdi>${text}</bdi>` : text}</p>`;
}

export function isWrong(form: Showing, name: string): boolean {
  return form.notesAt(name).some(({ kind }) => kind === 'error');
}

function describedBy(form: Showing, places: readonly Place[]): Html {
  const ids = places.flatMap(({ name, help }) => [
    ...(help === undefined ? [] : [`${idOf(name)}:help`]),
    ...(form.notesAt(name).length === 0 ? [] : [`${idOf(name)}:said`]),
  ]);
  return html`${ids.length > 0 && html` aria-describedby="${ids.join(' ')}"`}`;
}
