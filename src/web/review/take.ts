import { langText } from '../../kernel/lang-text.ts';
import { unknownLanguage } from '../../kernel/language-tag.ts';
import type { ErasureReason } from '../../lifecycle/erasure.ts';
import type { Remark } from '../../lifecycle/event.ts';
import type { Office } from '../../operations/house.ts';
import { decline } from '../../operations/requests/decline.ts';
import { type AnswerAct, confirm, dispute, letPass } from '../../operations/review/answer.ts';
import { entrust } from '../../operations/review/entrust.ts';
import { erase } from '../../operations/review/erase.ts';
import { adopt, reject } from '../../operations/review/observation.ts';
import { link, part } from '../../operations/review/pair.ts';
import { reconfirm } from '../../operations/review/reconfirm.ts';
import { release } from '../../operations/review/release.ts';
import { liftReservation, reserve } from '../../operations/review/reserve.ts';
import { returnRecord, submit } from '../../operations/review/submit.ts';
import { archive, withdraw } from '../../operations/review/withdraw.ts';
import type { Actor } from '../../policy/actor.ts';
import type { Facts } from '../../policy/may.ts';
import { isLanguage } from '../../vocabulary/languages.ts';
import { howMuch } from './how-much.ts';
import { objectionsIn } from './objection.ts';
import type { FormStep } from './steps.ts';

/** A form that takes one step with one record. */
export interface StepForm {
  readonly actor: Actor;
  readonly facts: Facts;
  readonly id: string;
  readonly form: URLSearchParams;
}

type Take = (office: Office, actor: Actor, act: AnswerAct, step: StepForm) => Promise<unknown>;

const takes: Readonly<Record<FormStep, Take>> = {
  submit,
  release,
  confirm: (office, actor, act, { form }) => {
    const meets = form.get(howMuch) ?? '';
    return confirm(office, actor, { ...act, ...(meets === '' ? {} : { meets }) });
  },
  letPass,
  adopt,
  reject,
  reconfirm,
  withdraw,
  archive,
  erase: (office, actor, act, { form }) =>
    erase(office, actor, {
      ...act,
      field: form.get('field') ?? '',
      // What is not of the list is refused there.
      because: (form.get('because') ?? '') as ErasureReason,
      extent: form.get('extent') === 'earlier' ? 'earlier' : 'all',
    }),
  return: (office, actor, act, { form }) => returnRecord(office, actor, { ...act, remarks: remarksIn(form) }),
  entrust: (office, actor, act, { form }) =>
    entrust(office, actor, { ...act, organisation: form.get('organisation') ?? '' }),
  dispute: (office, actor, act, step) =>
    dispute(office, actor, { ...act, objections: objectionsIn(step.facts, step.actor, step.form) }),
  decline: (office, actor, act, { form }) =>
    decline(office, actor, { ...act, because: form.get('because') ?? '' }),
  reserve: (office, actor, act, { form }) => {
    const field = form.get('field') ?? '';
    const on = field === '' ? ({ kind: 'record' } as const) : ({ kind: 'field', field } as const);
    const language = form.get('language') ?? '';
    const tag = isLanguage(language) ? language : unknownLanguage;
    const text = langText(tag, (form.get('text') ?? '').trim());
    return reserve(office, actor, { ...act, on, text });
  },
  liftReservation: (office, actor, act, { form }) =>
    liftReservation(office, actor, { ...act, reservation: form.get('reservation') ?? '' }),
  link: (office, actor, act, { form }) => link(office, actor, { ...act, other: otherIn(form) }),
  part: (office, actor, act, { form }) => part(office, actor, { ...act, other: otherIn(form) }),
};

/** Takes the step that a form asks for. @throws what the verb throws. */
export async function take(office: Office, step: FormStep, stepForm: StepForm): Promise<void> {
  const { actor, facts, id, form } = stepForm;
  const act: AnswerAct = {
    register: facts.register.name,
    id,
    seen: numberIn(form, 'seen'),
    revision: numberIn(form, 'revision'),
    reason: form.get('reason') ?? '',
  };
  await takes[step](office, actor, act, stepForm);
}

/** A number that our own form carried; -1, which nothing has, where it is none. */
export function numberIn(form: URLSearchParams, name: string): number {
  const text = form.get(name) ?? '';
  return /^\d{1,15}$/.test(text) ? Number(text) : -1;
}

/** Most remarks of one return. */
const mostRemarks = 60;

/** The remarks that were typed, in their order; rows without text are none. */
export function remarksIn(form: URLSearchParams): readonly Remark[] {
  return Array.from({ length: mostRemarks }, (_, i) => ({
    field: form.get(`remark.${i}.field`) ?? '',
    text: (form.get(`remark.${i}.text`) ?? '').trim(),
  })).filter(({ text }) => text !== '');
}

/** The record meant: its id, or the address of its page. */
function otherIn(form: URLSearchParams): string {
  const typed = (form.get('other') ?? '')
    .trim()
    .replace(/[?#].*$/s, '')
    .replace(/\/+$/, '');
  return typed.slice(typed.lastIndexOf('/') + 1);
}
