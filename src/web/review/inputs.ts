import type { Register } from '../../registers/register.ts';
import { fieldLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html } from '../html.ts';

/** Something to choose in a form of a step. */
export interface Choice {
  readonly code: string;
  readonly label: string;
}

export interface TypedLine {
  readonly name: string;
  readonly label: string;
  readonly text: string;
  readonly help?: string;
  /** What is wrong with it. */
  readonly wrong?: string | undefined;
  readonly lines?: number;
}

export interface Picked {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  /** Empty for nothing yet. */
  readonly chosen: string;
  /** What is wrong with it. */
  readonly wrong?: string | undefined;
}

/** A few lines of text under their label, with what is wrong said between the two. */
export function textLines({ name, label, text, help, wrong, lines = 3 }: TypedLine): Html {
  const said = [
    ...(help === undefined ? [] : [`${name}:help`]),
    ...(wrong === undefined ? [] : [`${name}:said`]),
  ];
  return html`<div class="f${wrong !== undefined && ' bad'}"><label for="${name}">${label}</label>${
    help !== undefined && html`<p class=help id="${name}:help">${help}`
  }${wrong !== undefined && html`<p class=error id="${name}:said">${wrong}`}<textarea id="${name}" name="${name}" rows=${lines} dir=auto${
    said.length > 0 && html` aria-describedby="${said.join(' ')}"`
  }${wrong !== undefined && html` aria-invalid=true autofocus`}>
${text}</textarea></div>`;
}

export function chosenOf(name: string, label: string, choices: readonly Choice[], chosen: string): Html {
  return html`<div class=f><label for="${name}">${label}</label><select id="${name}" name="${name}">${choices.map(
    ({ code, label: shown }) => html`<option value="${code}"${code === chosen && html` selected`}>${shown}`,
  )}</select></div>`;
}

/**
 * One of several for something that is told to others: nothing is chosen before the person has chosen, but where there is
 * only one. What is wrong is said between the label and the list.
 */
export function pickedOf(t: Translate, { name, label, choices, chosen, wrong }: Picked): Html {
  const only = choices.length === 1 ? choices[0]?.code : undefined;
  const known = choices.find(({ code }) => code === (chosen === '' ? only : chosen))?.code ?? '';
  const said = wrong !== undefined && html` aria-describedby="${name}:said" aria-invalid=true autofocus`;
  return html`<div class="f${wrong !== undefined && ' bad'}"><label for="${name}">${label}</label>${
    wrong !== undefined && html`<p class=error id="${name}:said">${wrong}`
  }<select id="${name}" name="${name}"${said}><option value="">${t('form.choose')}${choices.map(
    ({ code, label: shown }) => html`<option value="${code}"${code === known && html` selected`}>${shown}`,
  )}</select></div>`;
}

/** The fields of a register by their labels, after the record as a whole. */
export function fieldChoices(t: Translate, register: Register, fields: readonly string[]): readonly Choice[] {
  return [
    { code: '', label: t('reservation.whole') },
    ...fields.map((name) => ({ code: name, label: fieldLabel(t, register.name, name) })),
  ];
}

/** Why: typed by the person, printed with the step. `help`: what is to be known of it. */
export function reasonLines(t: Translate, form: URLSearchParams, wrong?: string, help?: string): Html {
  const text = form.get('reason') ?? '';
  return textLines({
    name: 'reason',
    label: t('record.reason'),
    text,
    wrong,
    ...(help === undefined ? {} : { help }),
  });
}
