import type { RecordId } from '../kernel/ids.ts';

/** How much of a need is met. */
export type Meets = 'whole' | 'part';

/** How far an answer to a need has come: one side has accepted it, both have, one has declined it, or it was taken back. */
export type MatchStage = 'accepted' | 'agreed' | 'declined' | 'withdrawn';

/** What is written of a need, and of the offer that answers it, whenever an answer moves. */
export interface MatchMove {
  readonly match: RecordId;
  readonly to: MatchStage;
  /** The countries that answer (alpha-2), and those that ask. */
  readonly by: readonly string[];
  readonly for: readonly string[];
  /** The offer or practice with which they answer: one country may answer one need with several. */
  readonly with?: RecordId;
  /** It does not meet the need of all of them as a whole, as far as has been said. */
  readonly part: boolean;
  /**
   * Of an answer that both sides agree: those that ask and say that their need is met with it as a whole. Absent in what was
   * agreed before they were asked: then all of them, unless it is a part.
   */
  readonly whole?: readonly string[];
  /** Only the two sides know of it. */
  readonly closed: boolean;
}

/** One answer to a need as it stands. */
export interface Matched extends Omit<MatchMove, 'to'> {
  readonly stage: MatchStage;
  /** Instants: when one side first accepted it; since when it stands as it does. */
  readonly first: string;
  readonly at: string;
}

/** The answers after one has moved: each stands once, in the order in which they came. */
export function matchesAfter(
  matches: readonly Matched[] = [],
  { to, ...move }: MatchMove,
  at: string,
): readonly Matched[] {
  const known = matches.find(({ match }) => match === move.match);
  const now: Matched = { ...move, stage: to, first: known?.first ?? at, at };
  return known === undefined ? [...matches, now] : matches.map((one) => (one === known ? now : one));
}

/** For whom an agreed answer meets the need as a whole; nobody as long as it is not agreed. */
export function metBy({ stage, whole, part, for: asking }: Matched): readonly string[] {
  if (stage !== 'agreed') return [];
  return whole ?? (part ? [] : asking);
}

/** A record that came of a match: the activity that it became, or what was taken up. */
export interface Led {
  readonly register: string;
  readonly id: RecordId;
  readonly at: string;
}

/** With whom something was agreed: what is shared on agreement is theirs to read. */
export function agreedWith(matches: readonly Matched[] = []): ReadonlySet<string> {
  const agreed = matches.filter(({ stage }) => stage === 'agreed');
  return new Set(agreed.flatMap((one) => [...one.by, ...one.for]));
}

/** Answers as somebody may know them who is not of the owner's side: of a closed one no more than that there is one. */
export function countedOnly(matches: readonly Matched[]): readonly Matched[] {
  return matches.map((one) => {
    if (!one.closed) return one;
    const { with: _, whole: __, ...rest } = one;
    return { ...rest, match: '', by: [], for: [] };
  });
}
