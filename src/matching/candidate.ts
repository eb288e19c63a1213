import type { RecordId } from '../kernel/ids.ts';
import type { Confirmation } from '../lifecycle/freshness.ts';
import type { Digest } from '../registers/digest.ts';

/** A record that has some words of a problem, with what is known of it. */
export interface Candidate {
  readonly id: RecordId;
  readonly register: string;
  /** How well its words fit, as the index reckons: only to be compared within one answer. */
  readonly score: number;
  /** Places of the problem's words that it has. */
  readonly words: readonly number[];
  /** How near its meaning is to that of the problem, from 0 to 1; absent where nothing can tell. */
  readonly meaning?: number;
  readonly digest: Digest;
  readonly confirmation: Confirmation;
  /** Countries that have confirmed it. */
  readonly confirmedBy: readonly string[];
  /** Year of the newest word on it. */
  readonly toldIn?: number;
  /** Countries that took it up, as records of adoptions say beside its own. */
  readonly adoptedBy?: readonly string[];
}

/** For whom a problem is to be solved, and what it is about beside its words. */
export interface Setting {
  /** Country of those who ask (alpha-2). */
  readonly country?: string;
  /** Sector categories (DAC, three digits). */
  readonly sectors: readonly string[];
  /** Goals, `1` to `17`. */
  readonly goals: readonly string[];
  readonly year: number;
}
