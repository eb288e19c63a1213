import type { Incoming, ReadItem } from '../../exchange/incoming.ts';
import type { RecordId } from '../../kernel/ids.ts';
import type { RecordKey } from '../../lifecycle/revision.ts';
import type { Actor } from '../../policy/actor.ts';
import { findRegister } from '../../registers/all-registers.ts';
import { check } from '../check.ts';
import type { House } from '../house.ts';
import { twinKeys } from '../ingest/twin-keys.ts';
import { asForms } from './as-forms.ts';
import { type JudgedRow, judgeRow, type Known, type Sender } from './judge-row.ts';
import { rowKey } from './row-key.ts';
import { seenBy } from './seen-revision.ts';

/** Rows judged together: so many records are looked up at once. */
const batchRows = 250;

/**
 * Says of each row what would become of it, and what would be written. Writes nothing. Rows must come as they stand in
 * the file: of two about one record the first counts.
 */
export async function* judgeRows(
  house: House,
  sender: Sender,
  items: AsyncIterable<ReadItem>,
): AsyncGenerator<JudgedRow> {
  const spoken = new Set<RecordId>();
  let batch: ReadItem[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < batchRows) continue;
    yield* judgeBatch(house, sender, batch, spoken);
    batch = [];
  }
  yield* judgeBatch(house, sender, batch, spoken);
}

async function* judgeBatch(
  house: House,
  sender: Sender,
  items: readonly ReadItem[],
  spoken: Set<RecordId>,
): AsyncGenerator<JudgedRow> {
  const rows = items.flatMap((item) => ('unreadable' in item ? [] : [item]));
  const known = await lookUp(house, sender, rows);
  for (const item of items) yield asForms(house, sender, item, judgeRow(item, sender, known, spoken));
}

/** All that judging needs to know of the records that rows speak of. */
async function lookUp(house: House, { actor }: Sender, rows: readonly Incoming[]): Promise<Known> {
  const named = new Set(rows.flatMap(({ recordId }) => recordId ?? []));
  const there = house.board.records([...named]);
  const keys = new Map(
    rows.filter(({ recordId }) => !there.has(recordId ?? '')).flatMap((row) => keysOfNew(actor, row)),
  );
  const found = await house.log.findByKeys([...keys.values()].flatMap(({ row, twin }) => [row, twin]));
  const ids = [...named.union(new Set(found.values()))];
  const records = house.board.records(ids);
  const seen = [...records.values()].flatMap((record) => {
    const number = seenBy(house.board, actor, record);
    return number === undefined ? [] : [{ id: record.recordId, number }];
  });
  const moved = rows.flatMap(({ recordId: id, revision: number }) =>
    id === undefined || number === undefined ? [] : [{ id, number }],
  );
  const [current, base, newest] = await Promise.all([
    house.log.revisions(seen),
    house.log.revisions(moved),
    house.log.latest(ids),
  ]);
  return { board: house.board, records, current, base, newest, keys, found };
}

/** By what a new record would be recognised as one that is here already. */
function keysOfNew(actor: Actor, row: Incoming): [Incoming, { row: RecordKey; twin: RecordKey }][] {
  const register = findRegister(row.register);
  if (register === undefined || row.revision !== undefined) return [];
  const { values } = check(register, row.values);
  return [[row, { row: rowKey(actor, register, values), twin: twinKeys(register, values).match }]];
}
