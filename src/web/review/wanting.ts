import type { Actor } from '../../policy/actor.ts';
import type { Translate } from '../../wording/messages.ts';
import { howMuch, meetsOwnNeed } from './how-much.ts';
import type { VisitorLook } from './look-at.ts';
import { saysNothing, typedValue } from './objection.ts';
import type { FormStep } from './steps.ts';
import { remarksIn } from './take.ts';

/** Why a step's page is shown once more instead of taking the step: what it needs is not there, or another row was asked for. */
export interface Wanting {
  readonly wrong?: string;
  /** The input that lacks something, where the step asks for several things. */
  readonly at?: string;
}

/** Nothing where the form holds what the step needs. */
export function wantingIn(
  t: Translate,
  step: FormStep,
  look: VisitorLook,
  actor: Actor,
  form: URLSearchParams,
): Wanting | undefined {
  const { facts, shown } = look;
  const lacks = (name: string): boolean => (form.get(name) ?? '').trim() === '';
  const { register } = facts;
  const unchosen = (...names: readonly string[]): Wanting | undefined => {
    const at = names.find(lacks);
    return at === undefined ? undefined : { wrong: t('review.choiceNeeded'), at };
  };
  switch (step) {
    case 'return':
      if (form.has('more')) return {};
      return remarksIn(form).length === 0 ? { wrong: t('review.remarkNeeded') } : undefined;
    case 'dispute':
      if (typedValue(register, form).asksForMore) return {};
      return saysNothing(register, shown.record.values[form.get('field') ?? ''], form)
        ? { wrong: t('dispute.sameAsNow') }
        : undefined;
    case 'reserve':
      return lacks('text') ? { wrong: t('finding.missing') } : undefined;
    case 'link':
      return lacks('other') ? { wrong: t('finding.missing') } : undefined;
    case 'confirm':
      return meetsOwnNeed(look, actor) && lacks(howMuch) ? { wrong: t('match.meets.needed') } : undefined;
    case 'decline':
      return lacks('because') ? { wrong: t('decline.becauseNeeded') } : undefined;
    case 'entrust':
      return unchosen('organisation');
    case 'erase':
      return (
        unchosen('field', 'because', 'extent') ??
        (lacks('sure') ? { wrong: t('erase.sureNeeded'), at: 'sure' } : undefined)
      );
    default:
      return register.workflow[step]?.reason === true && lacks('reason')
        ? { wrong: t('review.reasonNeeded') }
        : undefined;
  }
}
