import type { StandardFindingCode } from '../../../../kernel/standard-finding-codes.ts';

/** Ways in which an element can leave the standard. */
export type StructureCode = Exclude<
  StandardFindingCode,
  `rule${string}` | `code${string}` | 'recordTooLarge' | 'schemaSays'
>;

/** One place where a document leaves the standard. */
export interface StructureProblem {
  readonly code: StructureCode;
  /** Names of the elements from the outermost to the one at fault. */
  readonly path: readonly string[];
  /** The attribute at fault, where it is not the element as a whole. */
  readonly attribute?: string;
  /** Line on which the element begins. */
  readonly line: number;
  /** `got`: what stands there; `right`: what would be right. */
  readonly params: Readonly<Record<string, string>>;
}

export type StructureReport = (problem: StructureProblem) => void;
