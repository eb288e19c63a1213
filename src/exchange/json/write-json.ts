import type { Presented } from '../../policy/present.ts';
import type { WriteContext } from '../write-records.ts';
import { recordJson } from './record-json.ts';

/** Records as one JSON array, an item a line. */
export async function* writeJson(
  records: AsyncIterable<Presented>,
  context: WriteContext,
): AsyncGenerator<string> {
  let before = '[\n';
  for await (const record of records) {
    yield `${before}${line(record, context)}`;
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

/** Records as JSON Lines, in the form that our reader takes. */
export async function* writeJsonLines(
  records: AsyncIterable<Presented>,
  context: WriteContext,
): AsyncGenerator<string> {
  for await (const record of records) yield `${line(record, context)}\n`;
}

function line(record: Presented, context: WriteContext): string {
  return JSON.stringify(recordJson(record, context.address(record), context.today));
}
