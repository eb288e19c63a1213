import type { Finding, FindingCode } from '../../kernel/finding.ts';
import { lastDayOf, type PartialDate } from '../../kernel/partial-date.ts';
import type { Revision } from '../../lifecycle/revision.ts';
import { valueMeaning } from '../../registers/fields-meaning.ts';
import type { Register } from '../../registers/register.ts';
import { openStates } from '../../requests/need-clock.ts';
import { type House, today } from '../house.ts';
import type { RequestFacts } from '../ports/asked-and-offered.ts';
import type { BoardRecord } from '../ports/board.ts';
import { comesOf, ownPractice } from './came-of.ts';
import { clockOf } from './clock-of.ts';
import { namedUnder, placeOf, requestFacts } from './request-facts.ts';

type Values = Readonly<Record<string, unknown>>;

/** A revision of a party about to be written, or about to be released. */
export interface AskedToWrite {
  readonly id: string;
  readonly register: Register;
  readonly values: Values;
  readonly current: Pick<Revision, 'values'> | undefined;
  /** The country of the post that writes. */
  readonly country: string | undefined;
  /** It was released before: what was right then is not found wrong now. */
  readonly released: boolean;
}

/**
 * What keeps a party's need, offer, call, match or adoption, or an activity that came of a match, from being written; each
 * finding at its field, nothing for what plays no part here. Third parties tell of what is past: they are not asked.
 */
export function requestFindings(house: House, writing: AskedToWrite): readonly Finding[] {
  const { register, values } = writing;
  const facts = requestFacts(register, values);
  switch (facts?.role) {
    case 'need':
      return [...past(house, writing, 'neededBy'), ...past(house, writing, 'answersBy')];
    case 'offer':
    case 'call':
      return past(house, writing, 'validUntil');
    case 'match':
      return answering(house, writing, facts);
    default:
      return [...comesOf(house, writing), ...ownPractice(writing, facts?.offering ?? [])];
  }
}

/** A last day that lies before today helps nobody; one that stood there before may pass. */
function past(house: House, writing: AskedToWrite, meaning: string): readonly Finding[] {
  const { register, values, current, released } = writing;
  const said = (all: Values) =>
    valueMeaning({ register, values: all }, `request:${meaning}`) as PartialDate | undefined;
  const day = said(values);
  if (day === undefined || lastDayOf(day) >= today(house)) return [];
  if (released && current !== undefined && said(current.values) === day) return [];
  return [wrong(placeOf(register, meaning), 'deadlinePast', { got: day, limit: today(house) })];
}

/** An answer to a need: of another country, to who asks, while the need is open, with an offer that still stands, once. */
function answering(house: House, writing: AskedToWrite, facts: RequestFacts): readonly Finding[] {
  const { register, values, id, released, country } = writing;
  const { offering = [], asking = [] } = facts;
  // Who is of neither side learns nothing here of what the two have said.
  if (country === undefined || ![...offering, ...asking].includes(country)) {
    const params = { country: country ?? '', role: 0 };
    return [wrong(placeOf(register, 'offering'), 'ownCountryMissing', params)];
  }
  const need = inForce(house, namedUnder(register, values, 'of'), 'need');
  const known = need?.state.matches?.find(({ match }) => match === id);
  const lives = released && (known?.stage === 'accepted' || known?.stage === 'agreed');
  return [
    ...together(house, writing, facts, lives),
    ...(need === undefined ? [] : matchedAlready(need, writing, facts)),
  ];
}

/**
 * What keeps an answer from being agreed today, whatever stood when it was sent: its need is over, asks no longer for these
 * countries or asks for the ones that answer; its offer has ended.
 */
export function agreementFindings(
  house: House,
  answer: Pick<AskedToWrite, 'register' | 'values'>,
  facts: RequestFacts,
): readonly Finding[] {
  return together(house, answer, facts, false);
}

/** Whether need, offer and answer go together as they stand. `lives`: the need may be met by now, as this answer is one of those that meet it. */
function together(
  house: House,
  named: Pick<AskedToWrite, 'register' | 'values'>,
  { offering = [], asking = [] }: RequestFacts,
  lives: boolean,
): readonly Finding[] {
  const { register, values } = named;
  const place = placeOf(register, 'of');
  const id = namedUnder(register, values, 'of');
  const need = inForce(house, id, 'need');
  if (need === undefined) return [wrong(place, 'needUnknown', { got: id ?? '' })];
  const who = need.request?.asking ?? [];
  const own = offering.filter((country) => who.includes(country));
  const strangers = asking.filter((country) => !who.includes(country));
  const met = !openStates.has(clockOf(need, today(house))?.state ?? 'open');
  const over = takenBack(need) !== undefined || (met && !lives);
  return [
    ...own.map((country) => wrong(placeOf(register, 'offering'), 'ownNeed', { country })),
    ...strangers.map((country) => wrong(placeOf(register, 'asking'), 'notAsking', { country })),
    ...(over ? [wrong(place, 'needOver', { got: need.recordId })] : []),
    ...withOffer(house, named, offering),
  ];
}

/** The day on which a record was taken back or put into the archive; undefined as long as it stands. */
function takenBack({ state }: BoardRecord): string | undefined {
  return (state.withdrawn ?? state.archived)?.at.slice(0, 10);
}

function withOffer(
  house: House,
  { register, values }: Pick<AskedToWrite, 'register' | 'values'>,
  offering: readonly string[],
) {
  // An offer is named before a practice: with what one answers is the first of them.
  const value = values['offer'] === undefined ? undefined : namedUnder(register, values, 'with');
  if (value === undefined) return [];
  const place = placeOf(register, 'with');
  const offer = inForce(house, value, 'offer');
  if (offer === undefined) return [wrong(place, 'offerUnknown', { got: value })];
  const { offering: whose = [], validUntil } = offer.request ?? {};
  const passed = validUntil !== undefined && lastDayOf(validUntil) < today(house) ? validUntil : undefined;
  const limit = takenBack(offer) ?? passed;
  if (limit !== undefined) return [wrong(place, 'offerEnded', { got: value, limit })];
  return whose.some((country) => offering.includes(country))
    ? []
    : [wrong(place, 'offerOfOthers', { got: value })];
}

/** The same countries with the same offer or practice answer a need once. */
function matchedAlready(need: BoardRecord, { register, values, id }: AskedToWrite, facts: RequestFacts) {
  const means = namedUnder(register, values, 'with');
  const by = [...(facts.offering ?? [])].sort().join();
  const other = need.state.matches?.find(
    (one) =>
      one.match !== id &&
      (one.stage === 'accepted' || one.stage === 'agreed') &&
      one.with === means &&
      [...one.by].sort().join() === by &&
      one.for.some((country) => facts.asking?.includes(country)),
  );
  return other === undefined ? [] : [wrong(placeOf(register, 'of'), 'matchedAlready', { got: other.match })];
}

/** What an answer says that it brings: in words, or by naming it. */
const proposing = ['summary', 'offer', 'practice', 'organisation'];

/**
 * What keeps a record from being sent, besides what keeps it from being written: an answer says nothing of its own; what was
 * taken up elsewhere is shown by nothing.
 */
export function unsaid({ register, values }: Pick<AskedToWrite, 'register' | 'values'>): readonly Finding[] {
  if (register.means.includes('request:adoption')) {
    // Empty lists are never kept.
    const shown = valueMeaning({ register, values }, 'request:evidence') !== undefined;
    return shown ? [] : [wrong(placeOf(register, 'evidence'), 'noEvidence')];
  }
  const silent = proposing.every((name) => values[name] === undefined);
  return silent && register.means.includes('request:match') ? [wrong('summary', 'nothingProposed')] : [];
}

/** A need or offer of which everybody may know; one that was taken back is known, too: it is over. */
function inForce(
  { board }: House,
  id: string | undefined,
  role: RequestFacts['role'],
): BoardRecord | undefined {
  const record = id === undefined ? undefined : board.records([id]).get(id);
  return record?.request?.role === role && record.state.inForce !== undefined ? record : undefined;
}

function wrong(path: string, code: FindingCode, params: Finding['params'] = {}): Finding {
  return { severity: 'error', path, code, params };
}
