import type { RecordId } from '../kernel/ids.ts';
import type { LangText } from '../kernel/lang-text.ts';
import type { Objection, Remark, ReservedThing } from './event.ts';
import type { Led, Matched, Meets } from './matched.ts';
import type { Standing } from './revision.ts';

/**
 * Where the work on a record stands: `observed` by third parties and nobody's own; `draft`, `submitted`, `returned` on
 * the way to the focal point; `released` by the country whose record it is. A released revision stays in force while a
 * newer draft goes its way.
 */
export type Phase = 'observed' | 'draft' | 'submitted' | 'returned' | 'released';

/** What a country named in a record has said of a revision. Whether silence has lasted too long, the clock says. */
export interface Answer {
  readonly state: 'asked' | 'confirmed' | 'disputed' | 'letPass' | 'declined';
  readonly revision: number;
  readonly at: string;
  readonly post: string;
  readonly objections?: readonly Objection[];
  /** Of a country that asks and agreed to an answer: how much of its need is met with it. */
  readonly meets?: Meets;
  /** Of a side that declined: a code of the list of reasons. */
  readonly because?: string;
  readonly reason?: string;
}

export interface Reservation {
  readonly id: string;
  readonly country: string;
  readonly on: ReservedThing;
  readonly text: LangText;
  readonly at: string;
  readonly post: string;
}

/** A country's word that a third party's statement about it is not so. */
export interface Rejection {
  readonly country: string;
  readonly revision: number;
  readonly at: string;
  readonly post: string;
  readonly reason?: string;
}

/** Another record that may be a report of the same initiative. Linked when both sides have said so. */
export interface Pair {
  readonly other: RecordId;
  readonly score: number;
  readonly because: readonly string[];
  /** The record's own side and the other one, as far as they have agreed. */
  readonly agreed: readonly string[];
}

/** What a record is now: folded from its revisions and events, never set by hand. */
export interface RecordState {
  /** Number of the newest revision, whoever wrote it. */
  readonly number: number;
  /** The revision that everybody sees; absent as long as nothing was released. */
  readonly inForce?: number;
  /** The newest revision of a party that is not released yet. */
  readonly draft?: number;
  /** The newest revision that a third party wrote on a record that a country has made its own: not in force, until that country has looked at it. */
  readonly aside?: number;
  readonly phase: Phase;
  /** The country whose record it is (alpha-2); absent for what third parties observe. */
  readonly owner?: string;
  /** The post that wrote the last draft, and the organisation whose record it is: that began it, or that was given it. */
  readonly author?: string;
  readonly organisation?: string;
  /** The post that made the revision in force its country's word. */
  readonly releasedBy?: string;
  /** When a country first made it its word (instant). */
  readonly firstReleasedAt?: string;
  /** Whether anybody who is party to the record has spoken. */
  readonly standing: Standing;
  /** Of the last return. */
  readonly remarks: readonly Remark[];
  /** Accounts that agreed to release the draft. */
  readonly approvedBy: readonly string[];
  /** By country. */
  readonly answers: Readonly<Record<string, Answer>>;
  readonly reservations: readonly Reservation[];
  readonly rejections: readonly Rejection[];
  /** The last time anybody responsible said that it is right. */
  readonly confirmed?: { readonly at: string; readonly post: string; readonly country?: string };
  readonly withdrawn?: { readonly at: string; readonly reason?: string; readonly into?: RecordId };
  readonly archived?: { readonly at: string; readonly reason?: string };
  /** Records that may be the same, still to be decided by a person. */
  readonly possibleDuplicates: readonly { readonly other: RecordId; readonly because: readonly string[] }[];
  readonly pairs: readonly Pair[];
  /** The revision that the members of a closed room read; nothing of such a record is ever in force for everybody. */
  readonly shared?: { readonly revision: number; readonly at: string; readonly post: string };
  /** Of a consultation: who has spoken, in the order of the first word; and the outcomes filed. */
  readonly positions?: readonly Spoken[];
  readonly outcomes?: readonly RecordId[];
  /** Of a need or an offer: its answers, in the order in which they came. */
  readonly matches?: readonly Matched[];
  /** Of a match: what came of it. */
  readonly led?: readonly Led[];
}

/** A member of a consultation and the record of its position, with the instant of its last word. */
export interface Spoken {
  readonly by: string;
  readonly position: RecordId;
  readonly at: string;
}

export const unborn: RecordState = {
  number: 0,
  phase: 'observed',
  standing: 'thirdParty',
  remarks: [],
  approvedBy: [],
  answers: {},
  reservations: [],
  rejections: [],
  possibleDuplicates: [],
  pairs: [],
};

/** All countries that were asked have said yes, and nobody has taken it back. */
export function isAgreedByAll({ answers, inForce, shared, withdrawn }: RecordState): boolean {
  const words = Object.values(answers);
  const known = inForce !== undefined || shared !== undefined;
  return (
    known && withdrawn === undefined && words.length > 0 && words.every(({ state }) => state === 'confirmed')
  );
}

/** Records shown together with this one: both sides have said that they report the same initiative. */
export function linkedTo(state: RecordState): readonly RecordId[] {
  return state.pairs.filter(({ agreed }) => agreed.length >= 2).map(({ other }) => other);
}
