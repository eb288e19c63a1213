import type { Actor } from '../../policy/actor.ts';
import { stepLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress, recordPath } from '../address.ts';
import { formFields } from '../desk/form.ts';
import { type Html, html } from '../html.ts';
import type { VisitorLook } from './look-at.ts';
import type { FormStep } from './steps.ts';

/** Address of a step or of another page about the record, for one of the visitor's posts. */
export function stepAddress(
  t: Translate,
  { shown: { record } }: Pick<VisitorLook, 'shown'>,
  step: FormStep | 'edit',
  query: Readonly<Record<string, string>> = {},
): string {
  const path = `${recordPath(record.register.name, record.id)}/${step}`;
  const parameters = new URLSearchParams(query);
  return pageAddress(t.lang, parameters.size === 0 ? path : `${path}?${parameters}`);
}

/** What every step says besides its own: for which post, and what of the record was seen. */
export function stepFields(
  { visitor, shown }: VisitorLook,
  { post }: Actor,
  more: Readonly<Record<string, string | number>> = {},
): Html {
  const { seq, state } = shown;
  const seen = { post: post.id, seen: seq, revision: state.inForce ?? state.shared?.revision ?? 0 };
  return formFields(visitor.session.formToken, { ...seen, ...more });
}

/** A step that is one click. `asked`: what is chosen before it, where that is needed. */
export function stepButton(
  t: Translate,
  look: VisitorLook,
  actor: Actor,
  step: FormStep,
  options: {
    readonly first?: boolean;
    readonly more?: Readonly<Record<string, string>>;
    readonly asked?: Html;
  } = {},
): Html {
  const quiet = options.first !== true && html` class=quiet`;
  return html`<form method=post action="${stepAddress(t, look, step)}">${stepFields(look, actor, options.more)}${options.asked}<button${quiet}>${stepLabel(t, step, look.facts.register.name)}</button></form>`;
}
