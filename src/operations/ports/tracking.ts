import type { Due } from '../../kernel/due.ts';
import type { RecordId } from '../../kernel/ids.ts';
import type { LangText } from '../../kernel/lang-text.ts';
import type { PartialDate } from '../../kernel/partial-date.ts';
import type { RecordState } from '../../lifecycle/state.ts';

/** What part a record plays in the follow-up of commitments. */
export const trackedRoles = [
  'instrument',
  'measure',
  'commitment',
  'indicator',
  'report',
  'review',
  'round',
  'outcome',
  'meeting',
] as const;
export type TrackedRole = (typeof trackedRoles)[number];

/** What follow-up needs of the values of a record, as its fields mean it. */
export interface TrackedFacts {
  readonly role: TrackedRole;
  /** Of a measure: the instrument that says it; of a round: the one on which it asks to report. */
  readonly instrument?: RecordId;
  /** Of reports, decisions, commitments and indicators: what they speak of; of a round: those asked for, absent: all. */
  readonly measures?: readonly RecordId[];
  readonly number?: string;
  readonly kind?: string;
  readonly themes?: readonly string[];
  readonly beneficiaries?: readonly string[];
  readonly actors?: readonly string[];
  /** Countries to which it is addressed, or which say it. */
  readonly addressed?: readonly string[];
  /** Measures that must come first. */
  readonly dependsOn?: readonly RecordId[];
  /** What those addressed said to it, such as accepted or noted. */
  readonly response?: string;
  readonly due?: Due;
  /** The event at which it is due. */
  readonly dueAt?: RecordId;
  /** The date of which a report or decision speaks, or on which an instrument was adopted. */
  readonly on?: PartialDate;
  readonly state?: string;
  /** Whether something that shows it is named. */
  readonly evidenced?: true;
  /** Of a meeting: when it was over. */
  readonly endedOn?: PartialDate;
  /** Of a meeting: the series of which it is one; of an instrument: the series of the meetings that it reports to. */
  readonly series?: string;
  /** Of a report: the round that it answers. */
  readonly round?: RecordId;
  /** Of a round: countries (alpha-2) and posts (ids) that are asked, by when, and when it was closed. */
  readonly asked?: readonly string[];
  readonly askedPosts?: readonly string[];
  readonly deadline?: PartialDate;
  readonly closedOn?: PartialDate;
}

/** A record of follow-up that everybody may see. */
export interface Tracked {
  readonly recordId: RecordId;
  readonly register: string;
  readonly title: LangText;
  /** Countries that share or use (alpha-2). */
  readonly countries: readonly string[];
  readonly state: RecordState;
  readonly tracked: TrackedFacts;
}

/** What everybody may see of instruments, their measures, and what was said of them; kept in memory. */
export interface Tracking {
  /** Rises with every change. */
  readonly version: number;
  find(id: RecordId): Tracked | undefined;
  /** By title of the record that adopted last. */
  instruments(): readonly Tracked[];
  /** In the order of their numbers. */
  measuresOf(instrument: RecordId): readonly Tracked[];
  /** Reports, decisions, commitments and indicators that speak of a measure, by date; the same list until it changes. */
  about(measure: RecordId): readonly Tracked[];
  /** Measures and commitments that name a country: what it was asked, and what it took up. */
  ofCountry(code: string): readonly Tracked[];
  /** Measures and commitments that name a body as the one that is to act. */
  ofBody(name: string): readonly Tracked[];
  /** Names of these bodies with how many name each, most first. */
  bodies(): readonly { readonly value: string; readonly count: number }[];
  /** Meetings of a series, in no order. */
  meetingsOf(series: string): readonly Tracked[];
  /** Rounds of reporting, the newest first. */
  rounds(): readonly Tracked[];
  /** Reports that name a round, by date. */
  answersTo(round: RecordId): readonly Tracked[];
}
