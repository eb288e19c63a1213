import { requestFacts } from '../../operations/requests/request-facts.ts';
import type { Actor } from '../../policy/actor.ts';
import { coverages } from '../../vocabulary/request-lists.ts';
import { fieldLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { colon } from '../../wording/punctuation.ts';
import { type Html, html } from '../html.ts';
import { codeLabel } from '../pieces/code-label.ts';
import { type Choice, pickedOf } from './inputs.ts';
import type { VisitorLook } from './look-at.ts';

/** The name under which it is sent. */
export const howMuch = 'meets';

/** Whether the record answers a need for which the post speaks: who agrees to it says how much of that is met. */
export function meetsOwnNeed({ shown }: Pick<VisitorLook, 'shown'>, { post }: Actor): boolean {
  const { register, values } = shown.record;
  const facts = requestFacts(register, values);
  return facts?.role === 'match' && facts.asking?.includes(post.country ?? '') === true;
}

/** On the page of the step: how much of the need is met, nothing chosen before the person has chosen. */
export function howMuchOf(t: Translate, look: VisitorLook, form: URLSearchParams, wrong?: string): Html {
  const chosen = form.get(howMuch) ?? '';
  const picked = pickedOf(t, {
    name: howMuch,
    label: t('match.meets'),
    choices: choicesIn(t),
    chosen,
    wrong,
  });
  return html`${picked}<p class=help>${t('match.meets.help')} ${said(t, look)}</p>`;
}

/** The same before the button on the page of the record. */
export function howMuchInPanel(t: Translate, look: VisitorLook): Html {
  return html`<p><label>${t('match.meets')} <select name=${howMuch} required><option value="">${t('form.choose')}${choicesIn(
    t,
  ).map(
    ({ code, label }) => html`<option value="${code}">${label}`,
  )}</select></label> <small>${t('match.meets.help')} ${said(t, look)}</small></p>`;
}

function choicesIn(t: Translate): readonly Choice[] {
  return [...coverages.entries.keys()].map((code) => ({ code, label: codeLabel(t, coverages, code) }));
}

/** What the answer says of it: who made it cannot know what else is agreed. */
function said(t: Translate, { shown }: VisitorLook): Html {
  const { register, values } = shown.record;
  const { coverage } = values;
  const word = typeof coverage === 'string' ? codeLabel(t, coverages, coverage) : t('match.meets.unsaid');
  return html`${fieldLabel(t, register.name, 'coverage')}${colon(t)}${word}`;
}
