import { Fault } from '../../../kernel/fault.ts';
import type { RecordId } from '../../../kernel/ids.ts';
import type { Unmoved } from '../../../operations/ports.ts';
import { digestOf, type EntryRow } from '../entry-row.ts';

/** One call of `append` that waits for its turn. */
export interface Wanted {
  readonly rows: readonly EntryRow[];
  readonly unmoved: readonly Unmoved[];
}

/** A row with its place in the chain. */
export interface PlacedRow extends EntryRow {
  readonly seq: number;
  readonly digest: string;
}

/** What became of one call: the number of its first entry, or why nothing of it is written. */
export type Placed = { readonly first: number } | { readonly refused: Fault };

/** Where the log, and each record that a batch touches, stood when the lock was taken. */
export interface Before {
  readonly seq: number;
  readonly digest: string;
  readonly records: ReadonlyMap<RecordId, { readonly number: number; readonly seq: number }>;
}

/**
 * Places many calls one after the other, each as if it were alone: what one has written the next one finds, and one
 * that is refused leaves no trace. Pure, so that a batch can be placed again when its transaction broke.
 */
export function placeAll(
  before: Before,
  batch: readonly Wanted[],
): { readonly placed: readonly Placed[]; readonly rows: readonly PlacedRow[] } {
  const records = new Map(before.records);
  const rows: PlacedRow[] = [];
  const placed = batch.map((wanted): Placed => {
    const { seq = before.seq, digest = before.digest } = rows.at(-1) ?? {};
    try {
      const mine = place({ seq, digest, records }, wanted);
      rows.push(...mine.rows);
      for (const [id, standing] of mine.records) records.set(id, standing);
      return { first: seq + 1 };
    } catch (error) {
      if (error instanceof Fault) return { refused: error };
      throw error;
    }
  });
  return { placed, rows };
}

/** @throws Fault `recordMoved`, `revisionMoved`. */
function place(before: Before, { rows, unmoved }: Wanted) {
  for (const { recordId, seq } of unmoved) {
    const right = before.records.get(recordId)?.seq ?? 0;
    if (right !== seq) throw new Fault('recordMoved', { recordId, right, got: seq });
  }
  const records = new Map<RecordId, { readonly number: number; readonly seq: number }>();
  let { seq, digest } = before;
  const placed = rows.map((row): PlacedRow => {
    seq += 1;
    const { recordId, number } = row;
    if (recordId !== null) {
      const stood = records.get(recordId) ?? before.records.get(recordId) ?? { number: 0, seq: 0 };
      const right = stood.number + 1;
      if (number !== null && number !== right) throw new Fault('revisionMoved', { recordId, number, right });
      records.set(recordId, { number: number ?? stood.number, seq });
    }
    digest = digestOf(digest, seq, row.body);
    return { ...row, seq, digest };
  });
  return { rows: placed, records };
}
