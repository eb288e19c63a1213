import type { Place, Spot } from '../../exchange/incoming.ts';
import type { FaultCode, FaultParams } from '../../kernel/fault.ts';
import type { Finding } from '../../kernel/finding.ts';
import type { RecordId } from '../../kernel/ids.ts';
import type { LangText } from '../../kernel/lang-text.ts';

/** What can become of a row that somebody sends. */
export const rowOutcomes = ['created', 'updated', 'unchanged', 'conflict', 'refused'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

/** A field that a row says differently: as it was when the row was downloaded, as it is now, as the row has it. */
export interface FieldChange {
  readonly field: string;
  readonly base?: unknown;
  readonly now?: unknown;
  readonly yours?: unknown;
}

/** A finding with the cell that it is about. */
export type PlacedFinding = Finding & { readonly spot?: Spot };

/** What becomes, or would become, of one row with its entries, and why. */
export interface RowVerdict {
  readonly place: Place;
  /** Rows of entries that belong to it, each with the cell that names its record. */
  readonly entries: readonly Spot[];
  /** The cells of the row for the number of its record and for the revision, where its table has both. */
  readonly naming?: { readonly id: Spot; readonly revision: Spot };
  readonly outcome: RowOutcome;
  readonly register?: string;
  readonly recordId?: RecordId;
  /** What the row says is this revision of its record: it has been written, now or when it was sent before. */
  readonly revision?: number;
  /** A record that the post can see and that may be the same. */
  readonly twin?: { readonly recordId: RecordId; readonly title: LangText };
  readonly title?: string;
  readonly findings: readonly PlacedFinding[];
  /** Why the post may not, or why something did not go through. */
  readonly fault?: { readonly code: FaultCode; readonly params: FaultParams };
  readonly changes: readonly FieldChange[];
}

export type RowCounts = Readonly<Record<RowOutcome, number>>;

/** How many rows came out in each way; those of which there is none as 0. */
export function countRows(rows: readonly Pick<RowVerdict, 'outcome'>[]): RowCounts {
  const counts: Record<RowOutcome, number> = {
    created: 0,
    updated: 0,
    unchanged: 0,
    conflict: 0,
    refused: 0,
  };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}

/** Where a file stands of which these rows were judged and none is written. */
export function stageOf(rows: readonly Pick<RowVerdict, 'outcome'>[]): 'waiting' | 'refused' | 'unchanged' {
  const { created, updated, conflict, refused } = countRows(rows);
  if (created + updated > 0) return 'waiting';
  return conflict + refused > 0 ? 'refused' : 'unchanged';
}
