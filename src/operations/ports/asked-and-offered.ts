import type { RecordId } from '../../kernel/ids.ts';
import type { LangText } from '../../kernel/lang-text.ts';
import type { PartialDate } from '../../kernel/partial-date.ts';
import type { RecordState } from '../../lifecycle/state.ts';

/** What part a record plays between those who ask and those who answer. */
export const requestRoles = ['need', 'offer', 'call', 'match', 'adoption'] as const;
export type RequestRole = (typeof requestRoles)[number];

/** What is needed of the values of such a record, as its fields mean it. */
export interface RequestFacts {
  readonly role: RequestRole;
  /** Countries that ask, and those that answer or offer (alpha-2). */
  readonly asking?: readonly string[];
  readonly offering?: readonly string[];
  readonly help?: readonly string[];
  readonly languages?: readonly string[];
  /** Of the Sustainable Development Goals, `1` to `17`. */
  readonly goals?: readonly string[];
  readonly neededBy?: PartialDate;
  readonly answersBy?: PartialDate;
  readonly validUntil?: PartialDate;
  /** Of an answer: the need. */
  readonly of?: RecordId;
  /** Of an adoption: the match of which it came. */
  readonly cameOf?: RecordId;
  /** Of an adoption: the practice that was taken up. */
  readonly takenUp?: RecordId;
}

/** A need, offer, call or adoption that everybody may see, or that was so until it was withdrawn. */
export interface RequestRecord {
  readonly recordId: RecordId;
  readonly register: string;
  readonly title: LangText;
  readonly countries: readonly string[];
  readonly sectors: readonly string[];
  readonly state: RecordState;
  /** As `BoardRecord.changed`. */
  readonly changed: number;
  readonly request: RequestFacts;
}

/** What everybody may see of needs, offers, calls and adoptions; kept in memory. Matches of which nobody else may know are not here. */
export interface AskedAndOffered {
  /** Rises with every change. */
  readonly version: number;
  find(id: RecordId): RequestRecord | undefined;
  /** In no order that means anything. */
  of(role: RequestRole): readonly RequestRecord[];
}
