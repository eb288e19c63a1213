import type { RecordId } from '../kernel/ids.ts';
import { objectionsBut, remarksBut } from './erasure.ts';
import type { RecordEvent } from './event.ts';
import { matchesAfter } from './matched.ts';
import type { Revision } from './revision.ts';
import type { Answer, Pair, RecordState, Rejection, Reservation, Spoken } from './state.ts';

type EventOf<T extends RecordEvent['type']> = Extract<RecordEvent, { readonly type: T }>;

/** A party's revision is a draft; a third party's is in force at once, unless a country has made the record its own: then it is set aside. */
export function afterRevision(state: RecordState, revision: Revision): RecordState {
  const { number, origin, post } = revision;
  if (origin.standing === 'party') {
    const owner = state.owner ?? origin.country;
    return {
      ...state,
      number,
      draft: number,
      phase: 'draft',
      author: post,
      approvedBy: [],
      ...(owner === undefined ? {} : { owner }),
      ...(origin.organisation === undefined ? {} : { organisation: origin.organisation }),
    };
  }
  if (state.owner !== undefined) return { ...state, number, aside: number };
  const { withdrawn: _, archived: __, ...rest } = state;
  return { ...rest, number, inForce: number };
}

/** The state of a record after an event that the workflow let happen: nothing is refused here, and the state given stays as it was. */
export function afterEvent(state: RecordState, event: RecordEvent): RecordState {
  switch (event.type) {
    case 'submitted':
      return { ...state, phase: 'submitted', remarks: [] };
    case 'returned':
      return { ...state, phase: 'returned', remarks: event.remarks, approvedBy: [] };
    case 'entrusted':
      return { ...state, organisation: event.organisation };
    case 'approved':
      return { ...state, approvedBy: [...state.approvedBy, event.holder ?? event.post] };
    case 'released':
    case 'adopted':
      return released(state, event);
    case 'shared':
      return shared(state, event);
    case 'positionGiven':
      return { ...state, positions: positionsAfter(state.positions, event) };
    case 'matchMoved':
    case 'ledTo':
      return traded(state, event);
    case 'outcomeFiled':
      return { ...state, outcomes: [...new Set([...(state.outcomes ?? []), event.outcome])] };
    case 'rejected':
      return { ...state, rejections: [...others(state.rejections, event.country), spoken(event)] };
    case 'confirmed':
    case 'letPass':
    case 'disputed':
    case 'declined':
      return answered(state, event);
    case 'reconfirmed': {
      const { aside: _, ...rest } = state;
      return { ...rest, confirmed: vouched(event) };
    }
    case 'reserved':
    case 'reservationLifted':
      return { ...state, reservations: reservationsAfter(state.reservations, event) };
    case 'withdrawn': {
      const { into } = event;
      return { ...state, withdrawn: { ...why(event), ...(into === undefined ? {} : { into }) } };
    }
    case 'archived':
      return { ...state, archived: why(event) };
    case 'duplicateProposed': {
      const { other, because } = event;
      return {
        ...state,
        possibleDuplicates: [...without(state.possibleDuplicates, other), { other, because }],
      };
    }
    case 'duplicateDecided':
      return { ...state, possibleDuplicates: without(state.possibleDuplicates, event.other) };
    case 'erased':
      return {
        ...state,
        answers: answersBut(state.answers, event.field),
        remarks: remarksBut(state.remarks, event.field),
      };
    case 'merged':
    case 'reportClosed':
      return state;
    case 'pairProposed':
    case 'pairLinked':
    case 'pairParted':
      return { ...state, pairs: pairsAfter(state.pairs, event) };
  }
}

/** Asking and answering: an answer has moved, something came of a match. */
function traded(state: RecordState, event: EventOf<'matchMoved' | 'ledTo'>): RecordState {
  if (event.type === 'ledTo') {
    return {
      ...state,
      led: [...(state.led ?? []), { register: event.to, id: event.other, at: event.at }],
    };
  }
  const { match, to, by, for: asking, with: means, part, whole, closed, at } = event;
  const move = {
    match,
    to,
    by,
    for: asking,
    part,
    closed,
    ...(means === undefined ? {} : { with: means }),
    ...(whole === undefined ? {} : { whole }),
  };
  return { ...state, matches: matchesAfter(state.matches, move, at) };
}

/** The revision is the country's word from now on: whoever vouched for an earlier one is asked again. */
function released(state: RecordState, event: EventOf<'released' | 'adopted'>): RecordState {
  const { revision, asked, at, post, country } = event;
  const { draft: _, withdrawn: __, archived: ___, aside: ____, ...rest } = state;
  return {
    ...rest,
    inForce: revision,
    phase: 'released',
    releasedBy: post,
    firstReleasedAt: state.firstReleasedAt ?? at,
    standing: 'party',
    ...(country === undefined ? {} : { owner: country }),
    remarks: [],
    approvedBy: [],
    answers: askedOf(asked, event),
    confirmed: vouched(event),
    // A country whose word it is now has taken back that it is not so.
    rejections: country === undefined ? state.rejections : others(state.rejections, country),
  };
}

/** Each of these countries is asked for its word on the revision. */
function askedOf(
  asked: readonly string[],
  { revision, at, post }: EventOf<'released' | 'adopted' | 'shared'>,
): Readonly<Record<string, Answer>> {
  return Object.fromEntries(
    asked.map((one): [string, Answer] => [one, { state: 'asked', revision, at, post }]),
  );
}

/** Read by the members from now on. It is nobody's word to the world: neither in force nor confirmed. */
function shared(state: RecordState, event: EventOf<'shared'>): RecordState {
  const { revision, at, post, asked = [], country } = event;
  const { draft: _, withdrawn: __, ...rest } = state;
  return {
    ...rest,
    phase: 'released',
    standing: 'party',
    remarks: [],
    approvedBy: [],
    shared: { revision, at, post },
    ...(country === undefined ? {} : { releasedBy: post, firstReleasedAt: state.firstReleasedAt ?? at }),
    answers: askedOf(asked, event),
  };
}

function positionsAfter(
  given: readonly Spoken[] = [],
  { by, position, at }: EventOf<'positionGiven'>,
): readonly Spoken[] {
  const word = { by, position, at };
  return given.some((one) => one.by === by)
    ? given.map((one) => (one.by === by ? word : one))
    : [...given, word];
}

function answered(
  state: RecordState,
  event: EventOf<'confirmed' | 'letPass' | 'disputed' | 'declined'>,
): RecordState {
  const { type, country, revision, at, post, reason } = event;
  const answer: Answer = {
    state: type,
    revision,
    at,
    post,
    ...(type === 'disputed' ? { objections: event.objections } : {}),
    ...(type === 'declined' ? { because: event.because } : {}),
    ...(type === 'confirmed' && event.meets !== undefined ? { meets: event.meets } : {}),
    ...(reason === undefined ? {} : { reason }),
  };
  const next = { ...state, answers: { ...state.answers, [country]: answer } };
  return type === 'confirmed' ? { ...next, confirmed: vouched(event) } : next;
}

function answersBut(answers: RecordState['answers'], field: string): RecordState['answers'] {
  return Object.fromEntries(
    Object.entries(answers).map(([country, answer]) => [
      country,
      answer.objections === undefined
        ? answer
        : { ...answer, objections: objectionsBut(answer.objections, field) },
    ]),
  );
}

function vouched(event: { readonly at: string; readonly post: string; readonly country?: string }) {
  const { at, post, country } = event;
  return { at, post, ...(country === undefined ? {} : { country }) };
}

function spoken(event: EventOf<'rejected'>): Rejection {
  const { country, revision, at, post, reason } = event;
  return { country, revision, at, post, ...(reason === undefined ? {} : { reason }) };
}

function why({ at, reason }: { readonly at: string; readonly reason?: string }) {
  return { at, ...(reason === undefined ? {} : { reason }) };
}

function others<T extends { readonly country: string }>(all: readonly T[], country: string): readonly T[] {
  return all.filter((one) => one.country !== country);
}

function without<T extends { readonly other: RecordId }>(all: readonly T[], other: RecordId): readonly T[] {
  return all.filter((pair) => pair.other !== other);
}

/** The reservations that stand after one was made or lifted. */
export function reservationsAfter(
  standing: readonly Reservation[],
  event: EventOf<'reserved' | 'reservationLifted'>,
): readonly Reservation[] {
  const rest = standing.filter(({ id }) => id !== event.reservation);
  if (event.type === 'reservationLifted') return rest;
  const { reservation: id, country, on, text, at, post } = event;
  return [...rest, { id, country, on, text, at, post }];
}

function pairsAfter(
  pairs: readonly Pair[],
  event: EventOf<'pairProposed' | 'pairLinked' | 'pairParted'>,
): readonly Pair[] {
  const { other } = event;
  const rest = without(pairs, other);
  if (event.type === 'pairParted') return rest;
  const known = pairs.find((pair) => pair.other === other) ?? { other, score: 1, because: [], agreed: [] };
  if (event.type === 'pairProposed') {
    return [...rest, { ...known, score: event.score, because: event.because }];
  }
  return [...rest, { ...known, agreed: [...new Set([...known.agreed, event.country])] }];
}
