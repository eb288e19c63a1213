import { type LangText, langText } from '../../kernel/lang-text.ts';
import { type LanguageTag, unknownLanguage } from '../../kernel/language-tag.ts';
import { guessLanguage } from '../../language/guess-language.ts';
import { plainText } from '../../matching/plain-text.ts';
import type { Actor } from '../../policy/actor.ts';
import type { Presented } from '../../policy/present.ts';
import { valueMeaning } from '../../registers/fields-meaning.ts';
import type { House } from '../house.ts';
import { show, showIfSeen } from '../show.ts';
import { type CooperationSentence, cooperationParts } from './cooperation-title.ts';
import { cutBetweenWords } from './cut-between-words.ts';
import { requestFacts } from './request-facts.ts';

type Values = Readonly<Record<string, unknown>>;

/** A name of a need is no longer than this where it is taken from a text, in characters. */
const longestName = 120;

/**
 * With what a need begins that somebody has described as a problem: the text as it stands, without markup, its first
 * sentence as a name, and the writer's country. Where the text tells no language it is that of the reader.
 */
export function beginNeed({ post: { country } }: Actor, problem: string, reader: LanguageTag): Values {
  const text = plainText(problem)
    .replace(/[^\S\n]+/g, ' ')
    .trim();
  if (text === '') return country === undefined ? {} : { countries: [country] };
  const guessed = guessLanguage(text);
  const language = guessed === unknownLanguage ? reader : guessed;
  const name = nameOf(text);
  return {
    title: langText(language, name),
    ...(name === withoutStop(text) ? {} : { summary: langText(language, text) }),
    ...(country === undefined ? {} : { countries: [country] }),
  };
}

/** The first sentence or line, cut between words where it is long. */
function nameOf(text: string): string {
  const [first = text] = text.split(/(?<=[.!?。؟！？])\s+|\n+/u);
  return first.length <= longestName ? withoutStop(first) : cutBetweenWords(first, longestName);
}

function withoutStop(sentence: string): string {
  return sentence.replace(/[.。]$/, '');
}

/** With what an answer to a need begins: who asks, who answers, and with which offer, practice or organisation. @throws Fault `notFound`. */
export async function beginMatch(
  house: House,
  actor: Actor,
  need: string,
  means: {
    readonly offer?: string;
    readonly practice?: string;
    readonly organisation?: string;
    readonly suggested: boolean;
  },
): Promise<Values> {
  const { record } = await show(house, 'need', need, actor);
  const asking = requestFacts(record.register, record.values)?.asking ?? [];
  const { country } = actor.post;
  const offer =
    means.offer === undefined ? undefined : (await show(house, 'offer', means.offer, actor)).record;
  if (means.organisation !== undefined) await show(house, 'organisation', means.organisation, actor);
  const offering = offer === undefined ? [] : (requestFacts(offer.register, offer.values)?.offering ?? []);
  const own = country === undefined || asking.includes(country) ? [] : [country];
  const answering = offering.length > 0 ? offering : own;
  return {
    title: titleOf(record),
    need: { register: 'need', id: need },
    ...(offer === undefined ? {} : { offer: { register: 'offer', id: offer.id } }),
    ...(means.practice === undefined ? {} : { practice: { register: 'practice', id: means.practice } }),
    ...(means.organisation === undefined
      ? {}
      : { organisation: { register: 'organisation', id: means.organisation } }),
    ...(answering.length === 0 ? {} : { answeredBy: answering }),
    ...(asking.length === 0 ? {} : { askedBy: asking }),
    visibility: 'everybody',
    proposed: means.suggested ? 'suggestion' : 'person',
  };
}

/**
 * With what an activity begins that comes of a match: who shares what with whom, about what. @throws Fault `notFound`.
 * @param sentence puts its title together in the language of the form.
 */
export async function beginActivity(
  house: House,
  actor: Actor,
  match: string,
  lang: LanguageTag,
  sentence: CooperationSentence,
): Promise<Values> {
  const { record, need, offer, answering, asking } = await sidesOf(house, actor, match);
  const summary = record.values['summary'] ?? need?.values['summary'];
  const told = cooperationParts({ record, need, offer, answering, asking }, lang);
  return {
    title: langText(lang, sentence(told)),
    match: { register: 'match', id: match },
    ...(summary === undefined ? {} : { summary }),
    participants: [
      ...answering.map((country) => ({ country, role: 'provider' })),
      ...asking.map((country) => ({ country, role: 'recipient' })),
    ],
    // Of three countries or more only they know how they work together.
    ...(answering.length + asking.length === 2 ? { modality: 'bilateral' } : {}),
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
  const means = valueMeaning(record, 'request:with') as { readonly id: string } | undefined;
  const offer = means && (await showIfSeen(house, 'offer', means.id, actor))?.record;
  return { record, need, offer, answering, asking };
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
