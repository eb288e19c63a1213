import type { LangText } from '../../kernel/lang-text.ts';
import { fold } from '../../language/fold.ts';
import type { RecordEvent } from '../../lifecycle/event.ts';
import type { Revision } from '../../lifecycle/revision.ts';
import { getRegister } from '../../registers/all-registers.ts';
import { digestOf } from '../../registers/digest.ts';
import { follow } from '../follow.ts';
import type { House } from '../house.ts';
import type { BoardRecord } from '../ports/board.ts';
import { likelyFrom, type PairTraits, pairScore } from './pair-score.ts';
import { eventEntry } from './take-step.ts';

const candidates = 30;
const mostProposals = 3;

/**
 * Looks for what other countries report of the same initiative, and proposes the likeliest to both sides. Who decides
 * are people; a pair that was proposed or parted before is not proposed again.
 */
export async function proposePairs(house: House, subject: BoardRecord): Promise<void> {
  const register = getRegister(subject.register);
  const { recordId, state, countries } = subject;
  if (!register.crossCheck || state.inForce === undefined || countries.length === 0) return;
  const others = [...house.board.records(candidateIds(house, subject)).values()].filter(
    (other) =>
      other.recordId !== recordId &&
      other.state.owner !== undefined &&
      other.state.owner !== state.owner &&
      !state.pairs.some((pair) => pair.other === other.recordId),
  );
  if (others.length === 0) return;
  const revisions = await house.log.revisions(
    [subject, ...others].map(({ recordId: id, state: { inForce = 0 } }) => ({ id, number: inForce })),
  );
  const own = traitsOf(revisions.get(recordId));
  const parted = await partedFrom(house, subject);
  const proposals = others
    .filter((other) => !parted.has(other.recordId))
    .map((other) => ({ other, ...pairScore(own, traitsOf(revisions.get(other.recordId))) }))
    .filter(({ score }) => score >= likelyFrom)
    .sort((a, b) => b.score - a.score)
    .slice(0, mostProposals);
  if (proposals.length === 0) return;
  const base = { register: register.name, post: 'node', at: house.clock.now().toISOString() };
  // Written of both, so that either side is asked.
  const events = proposals.flatMap(({ other, score, because }): RecordEvent[] => [
    { ...base, type: 'pairProposed', recordId, other: other.recordId, score, because },
    { ...base, type: 'pairProposed', recordId: other.recordId, other: recordId, score, because },
  ]);
  await house.log.append(events.map(eventEntry));
  await follow(house);
}

/** Records of the same register that share a country, those with words of the title first. */
function candidateIds({ index }: House, { register, countries, title }: BoardRecord): readonly string[] {
  const found = Object.entries(title.texts).flatMap(([lang, words]) => {
    const query = {
      words: anyOf(words),
      lang,
      filters: { kind: [register], country: countries },
      sort: 'best' as const,
      offset: 0,
      limit: candidates,
      count: [],
    };
    return index.search(query).hits.map((hit) => hit.recordId);
  });
  const pairs = pairsAmong(countries);
  const newest = [{ flow: pairs }, { circle: pairs }].flatMap((among) => {
    const query = {
      words: '',
      lang: 'en',
      filters: { kind: [register], ...among },
      sort: 'newest' as const,
      offset: 0,
      limit: candidates,
      count: [],
    };
    return index.search(query).hits.map((hit) => hit.recordId);
  });
  return [...new Set([...found, ...newest])];
}

/** The longest word of a title: a search wants all words, and two reports seldom share all. */
function anyOf(title: string): string {
  const words = title.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}

function pairsAmong(countries: readonly string[]): readonly string[] {
  return countries.flatMap((from) => countries.filter((to) => to !== from).map((to) => `${from}-${to}`));
}

async function partedFrom(house: House, { recordId }: BoardRecord): Promise<ReadonlySet<string>> {
  const history = await house.log.history(recordId);
  return new Set(
    history.flatMap((entry) =>
      entry.kind === 'event' && entry.event.type === 'pairParted' ? [entry.event.other] : [],
    ),
  );
}

function traitsOf(revision: Revision | undefined): PairTraits {
  if (revision === undefined) return { titles: new Map(), organisations: new Set(), facets: {} };
  const register = getRegister(revision.register);
  const { facets, year } = digestOf(register, revision.values);
  // A register's title is a text field, checked by its schema when the revision came in.
  const title = revision.values[register.title] as LangText;
  return {
    titles: new Map(Object.entries(title.texts).map(([lang, text]) => [lang, wordsIn(text)])),
    organisations: new Set(organisationsIn(revision.values).map(fold)),
    facets,
    ...(year === undefined ? {} : { year }),
  };
}

function wordsIn(text: string): ReadonlySet<string> {
  return new Set((fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 2));
}

/** Names of organisations among the participants, in all languages. */
function organisationsIn(values: Readonly<Record<string, unknown>>): readonly string[] {
  const { participants } = values;
  if (!Array.isArray(participants)) return [];
  // Checked by the schema of participants when the revision came in.
  return (participants as readonly { readonly organisation?: LangText }[]).flatMap(({ organisation }) =>
    organisation === undefined ? [] : Object.values(organisation.texts),
  );
}
