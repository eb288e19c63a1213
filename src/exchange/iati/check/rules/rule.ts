import type { StandardFindingCode } from '../../../../kernel/standard-finding-codes.ts';
import type { Element } from '../../../xml/element.ts';
import type { VersionSpan } from '../../standard/version.ts';
import type { Scope } from './xpath/scope.ts';

/** What a rule is tried against besides the record. */
export interface Surroundings {
  /** Now, as an instant of ISO 8601 in UTC. */
  readonly now: string;
  /** Whether an organisation bears this identifier, as far as the lists of organisations know. */
  isKnownOrganisation(identifier: string): boolean;
  /** Whether the text is the code of an agency that registers organisations, the beginning of their identifiers. */
  isAgency(code: string): boolean;
}

/** Where a rule is not kept, and what to say about it. */
export interface Failure {
  readonly element: Element;
  readonly attribute?: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Tries a rule at one element. */
export type RuleTest = (at: Element, scope: Scope, around: Surroundings) => readonly Failure[];

/** How a broken rule is worded; several rules say the same about different elements. */
export type RuleCode = Extract<StandardFindingCode, `rule${string}`>;

/** One rule of the standard, or one of our own. */
export interface Rule extends VersionSpan {
  /** The official number, or a name where the rule is ours. */
  readonly id: string;
  readonly severity: 'error' | 'warning';
  readonly of: 'iati-activity' | 'iati-organisation';
  /** Elements at which it is tried, as a path from the record; `.` is the record. */
  readonly within: string;
  readonly says: RuleCode;
  readonly test: RuleTest;
}
