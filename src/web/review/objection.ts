import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { Objection } from '../../lifecycle/event.ts';
import type { RecordState } from '../../lifecycle/state.ts';
import { check } from '../../operations/check.ts';
import type { Actor } from '../../policy/actor.ts';
import type { Facts } from '../../policy/may.ts';
import type { Register } from '../../registers/register.ts';
import { readForm, type TypedForm } from '../forms/read-form.ts';

/** The register with one field only, so that its input stands alone. */
export function onlyField(register: Register, name: string): Register {
  const field = Object.hasOwn(register.fields, name) ? register.fields[name] : undefined;
  return { ...register, fields: field === undefined ? {} : { [name]: field }, expected: [name] };
}

/** What was typed for the one field that a form disputes. */
export function typedValue(
  register: Register,
  form: URLSearchParams,
): TypedForm & { readonly field: string } {
  const field = form.get('field') ?? '';
  return { ...readForm(onlyField(register, field), form), field };
}

/** The objection of a form, and those that the country made before to other fields of the same revision: an answer holds all. */
export function objectionsIn(
  { register, state }: Facts,
  { post }: Actor,
  form: URLSearchParams,
): readonly Objection[] {
  const { field, values } = typedValue(register, form);
  const note = (form.get('note') ?? '').trim();
  const says = values[field];
  return [
    ...standing(state, post.country).filter((one) => one.field !== field),
    { field, ...(says === undefined ? {} : { says }), ...(note === '' ? {} : { note }) },
  ];
}

/** What the country disputes in the revision that is in force. */
export function standing(state: RecordState, country = ''): readonly Objection[] {
  const answer = Object.hasOwn(state.answers, country) ? state.answers[country] : undefined;
  return answer?.revision === state.inForce ? (answer?.objections ?? []) : [];
}

/** Whether a form says nothing else than what is in force, and does not say why. */
export function saysNothing(register: Register, inForce: unknown, form: URLSearchParams): boolean {
  const { field, values } = typedValue(register, form);
  const single = onlyField(register, field);
  const said = check(single, values);
  // What does not hold is something too: it is said what is wrong with it.
  const wrong = said.findings.some(({ severity }) => severity === 'error');
  if (wrong || (form.get('note') ?? '').trim() !== '') return false;
  // Both without pointers into the record's sources, which stand in no form of one field.
  const standing = check(single, { [field]: inForce }).values[field];
  return canonicalJson(said.values[field] ?? null) === canonicalJson(standing ?? null);
}
