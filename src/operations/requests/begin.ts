import type { LangText } from '../../kernel/lang-text.ts';
import type { Actor } from '../../policy/actor.ts';
import type { Presented } from '../../policy/present.ts';
import { valueMeaning } from '../../registers/fields-meaning.ts';
import type { House } from '../house.ts';
import { show } from '../show.ts';
import { requestFacts } from './request-facts.ts';

type Values = Readonly<Record<string, unknown>>;

/** With what an answer to a need begins: who asks, who answers, and with which offer or practice. @throws Fault `notFound`. */
export async function beginMatch(
  house: House,
  actor: Actor,
  need: string,
  means: { readonly offer?: string; readonly practice?: string; readonly suggested: boolean },
): Promise<Values> {
  const { record } = await show(house, 'need', need, actor);
  const asking = requestFacts(record.register, record.values)?.asking ?? [];
  const { country } = actor.post;
  const offer =
    means.offer === undefined ? undefined : (await show(house, 'offer', means.offer, actor)).record;
  const offering = offer === undefined ? [] : (requestFacts(offer.register, offer.values)?.offering ?? []);
  const own = country === undefined || asking.includes(country) ? [] : [country];
  const answering = offering.length > 0 ? offering : own;
  return {
    title: titleOf(record),
    need: { register: 'need', id: need },
    ...(offer === undefined ? {} : { offer: { register: 'offer', id: offer.id } }),
    ...(means.practice === undefined ? {} : { practice: { register: 'practice', id: means.practice } }),
    ...(answering.length === 0 ? {} : { answeredBy: answering }),
    ...(asking.length === 0 ? {} : { askedBy: asking }),
    visibility: 'everybody',
    proposed: means.suggested ? 'suggestion' : 'person',
  };
}

/** With what an activity begins that comes of a match: who shares with whom, about what. @throws Fault `notFound`. */
export async function beginActivity(house: House, actor: Actor, match: string): Promise<Values> {
  const { record, need, answering, asking } = await sidesOf(house, actor, match);
  const summary = record.values['summary'] ?? need?.values['summary'];
  return {
    title: titleOf(need ?? record),
    match: { register: 'match', id: match },
    ...(summary === undefined ? {} : { summary }),
    participants: [
      ...answering.map((country) => ({ country, role: 'provider' })),
      ...asking.map((country) => ({ country, role: 'recipient' })),
    ],
    modality: 'bilateral',
    status: 'planning',
    ...shared(need, ['sectors', 'sdgs', 'places']),
  };
}

/** With what an adoption begins that comes of a match. @throws Fault `notFound`. */
export async function beginAdoption(house: House, actor: Actor, match: string): Promise<Values> {
  const { record, need, answering, asking } = await sidesOf(house, actor, match);
  return {
    title: titleOf(need ?? record),
    match: { register: 'match', id: match },
    ...shared(record, ['practice']),
    countries: asking,
    originCountries: answering,
    ...shared(need, ['sectors', 'sdgs', 'places']),
  };
}

async function sidesOf(house: House, actor: Actor, match: string) {
  const { record } = await show(house, 'match', match, actor);
  const { offering: answering = [], asking = [] } = requestFacts(record.register, record.values) ?? {};
  // A reference, by the schema of its field.
  const of = valueMeaning(record, 'request:of') as { readonly id: string } | undefined;
  const need = of === undefined ? undefined : (await show(house, 'need', of.id, actor)).record;
  return { record, need, answering, asking };
}

function titleOf({ register, values }: Presented): LangText {
  // The title of a register is a text, by its declaration.
  return values[register.title] as LangText;
}

function shared(from: Presented | undefined, fields: readonly string[]): Values {
  const found = fields.flatMap((name) => {
    const value = from?.values[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(found);
}
