import type { RecordId } from '../kernel/ids.ts';
import type { LangText } from '../kernel/lang-text.ts';
import type { ErasedEntry, ErasureReason } from './erasure.ts';
import type { MatchMove, Meets } from './matched.ts';
import type { Trace } from './trace.ts';

interface EventBase extends Trace {
  readonly recordId: RecordId;
  readonly register: string;
  readonly post: string;
  /** Instant, ISO 8601 UTC. */
  readonly at: string;
  readonly reason?: string;
}

/** An act on one revision of a record. */
interface OfRevision extends EventBase {
  readonly revision: number;
}

/** The institution holds the draft to be ready. */
interface Submitted extends OfRevision {
  readonly type: 'submitted';
}

/** What a focal point wants changed, field by field; an empty field means the record as a whole. */
export interface Remark {
  readonly field: string;
  readonly text: string;
}

interface Returned extends OfRevision {
  readonly type: 'returned';
  readonly remarks: readonly Remark[];
}

/** The focal point gives the record to one of its country's organisations, whose posts write it from then on. */
interface Entrusted extends EventBase {
  readonly type: 'entrusted';
  readonly country: string;
  readonly organisation: string;
}

/** The first of two persons agrees to a release. */
interface Approved extends OfRevision {
  readonly type: 'approved';
}

/** The owning country makes the revision its word; `asked` are the counterparts whose word is wanted. */
interface Released extends OfRevision {
  readonly type: 'released';
  readonly country?: string;
  readonly asked: readonly string[];
}

/** Whoever wrote the revision lets the members of its closed room read it: nobody else ever does. `asked`: of an answer to a need, the side whose word is wanted. */
interface Shared extends OfRevision {
  readonly type: 'shared';
  readonly country?: string;
  readonly asked?: readonly string[];
}

/** A member of a consultation has spoken, or spoken anew: a country by its code, an organisation by its name. Written of the consultation. */
interface PositionGiven extends EventBase {
  readonly type: 'positionGiven';
  readonly by: string;
  readonly position: RecordId;
}

/** What a consultation came to was filed. Written of the consultation. */
interface OutcomeFiled extends EventBase {
  readonly type: 'outcomeFiled';
  readonly outcome: RecordId;
}

/** A country makes what a third party says of it its own word. */
interface Adopted extends OfRevision {
  readonly type: 'adopted';
  readonly country: string;
  readonly asked: readonly string[];
}

/** A country says that what a third party says of it is not so. */
interface Rejected extends OfRevision {
  readonly type: 'rejected';
  readonly country: string;
}

/** A counterpart says that the revision is right. */
interface Confirmed extends OfRevision {
  readonly type: 'confirmed';
  readonly country: string;
  /** Of an answer to a need, for a country that asks: how much of its need is met with it. */
  readonly meets?: Meets;
}

/** A counterpart lets the revision stand without a word of its own. */
interface LetPass extends OfRevision {
  readonly type: 'letPass';
  readonly country: string;
}

/** One field on which a counterpart says otherwise. `says` is a value of the field; absent: it should not be there. */
export interface Objection {
  readonly field: string;
  readonly says?: unknown;
  readonly note?: string;
}

interface Disputed extends OfRevision {
  readonly type: 'disputed';
  readonly country: string;
  readonly objections: readonly Objection[];
}

/** A side says that it will not go on with a match; `because` is a code of the list of reasons. For the two sides to know. */
interface Declined extends OfRevision {
  readonly type: 'declined';
  readonly country: string;
  readonly because: string;
}

/** An answer to a need, or with an offer, has moved. Written of the need and of the offer. */
interface MatchMoved extends EventBase, MatchMove {
  readonly type: 'matchMoved';
}

/** Something came of a match: `other` is the record, `to` its register. Written of the match. */
interface LedTo extends EventBase {
  readonly type: 'ledTo';
  readonly other: RecordId;
  readonly to: string;
}

/** A country that vouched before says that the revision is still right. */
interface Reconfirmed extends OfRevision {
  readonly type: 'reconfirmed';
  readonly country?: string;
}

/** What a reservation is attached to. A label stands in a code list; a word has a form in each language. */
export type ReservedThing =
  | { readonly kind: 'record' }
  | { readonly kind: 'field'; readonly field: string }
  | { readonly kind: 'label'; readonly list: string; readonly code: string }
  | { readonly kind: 'word'; readonly forms: Readonly<Record<string, string>> };

/** A country's printed reservation. On a label or a word it stands under the register `vocabulary`. */
interface Reserved extends EventBase {
  readonly type: 'reserved';
  readonly reservation: string;
  readonly country: string;
  readonly on: ReservedThing;
  readonly text: LangText;
}

interface ReservationLifted extends EventBase {
  readonly type: 'reservationLifted';
  readonly reservation: string;
}

/** The record is no longer shown as valid; its address stays and says why. */
export interface Withdrawn extends EventBase {
  readonly type: 'withdrawn';
  /** The record that takes its place, where there is one. */
  readonly into?: RecordId;
}

/** The record is over and kept for the archive: found only by its address. */
interface Archived extends EventBase {
  readonly type: 'archived';
}

/** Two records may be the same: `recordId` and `other`, with what speaks for it. */
export interface DuplicateProposed extends EventBase {
  readonly type: 'duplicateProposed';
  readonly other: RecordId;
  readonly because: readonly string[];
}

/** A person decided whether two records are the same; kept, so that the question is never asked again. */
export interface DuplicateDecided extends EventBase {
  readonly type: 'duplicateDecided';
  readonly other: RecordId;
  readonly same: boolean;
}

/** A source's row was recognised as this record: the key under which it came now leads here (written with the event). */
export interface Merged extends EventBase {
  readonly type: 'merged';
  readonly because: readonly string[];
}

/** What two countries report may be one initiative: likely, with a score from 0 to 1 and what speaks for it. */
interface PairProposed extends EventBase {
  readonly type: 'pairProposed';
  readonly other: RecordId;
  readonly score: number;
  readonly because: readonly string[];
}

/** One side says that both reports are of one initiative; when both have, they are shown as one. Written of both records. */
interface PairLinked extends EventBase {
  readonly type: 'pairLinked';
  readonly other: RecordId;
  readonly country: string;
}

/** A side says that they are two: a proposal is closed, a link is undone. Written of both records. */
interface PairParted extends EventBase {
  readonly type: 'pairParted';
  readonly other: RecordId;
  readonly country: string;
}

/** One file of a closed report; it is kept under its digest. */
export interface ReportFile {
  /** Language of the interface. */
  readonly lang: string;
  readonly format: string;
  /** SHA-256, in hex. */
  readonly sha256: string;
  /** Its length. */
  readonly bytes: number;
}

/**
 * What the record said in a personal field was taken out of the log. Whoever writes this entry takes it out in the same
 * transaction; `of` names every entry that held it.
 */
export interface Erased extends EventBase {
  readonly type: 'erased';
  readonly field: string;
  readonly because: ErasureReason;
  readonly of: readonly ErasedEntry[];
}

/** A secretariat has closed a report on an instrument: `recordId` is the instrument. */
export interface ReportClosed extends EventBase {
  readonly type: 'reportClosed';
  /** Within the instrument, from 1. */
  readonly number: number;
  /** The day as of which states were reckoned, and after which changes were told. */
  readonly asOf: string;
  readonly since?: string;
  /** Of a report on one country. */
  readonly country?: string;
  /** The round of reporting that it tells of. */
  readonly round?: RecordId;
  readonly files: readonly ReportFile[];
}

export type RecordEvent =
  | Submitted
  | Returned
  | Entrusted
  | Approved
  | Released
  | Shared
  | PositionGiven
  | OutcomeFiled
  | Adopted
  | Rejected
  | Confirmed
  | LetPass
  | Disputed
  | Declined
  | MatchMoved
  | LedTo
  | Reconfirmed
  | Reserved
  | ReservationLifted
  | Withdrawn
  | Archived
  | DuplicateProposed
  | DuplicateDecided
  | Merged
  | PairProposed
  | PairLinked
  | PairParted
  | Erased
  | ReportClosed;
export type EventType = RecordEvent['type'];
