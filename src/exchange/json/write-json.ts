import type { Presented } from '../../policy/present.ts';
import { recordJson } from './record-json.ts';

/** Records as one JSON array, an item a line. */
export async function* writeJson(
  records: AsyncIterable<Presented>,
  address: (record: Presented) => string,
): AsyncGenerator<string> {
  let before = '[\n';
  for await (const record of records) {
    yield `${before}${JSON.stringify(recordJson(record, address(record)))}`;
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

/** Records as JSON Lines, in the form that our reader takes. */
export async function* writeJsonLines(
  records: AsyncIterable<Presented>,
  address: (record: Presented) => string,
): AsyncGenerator<string> {
  for await (const record of records) yield `${JSON.stringify(recordJson(record, address(record)))}\n`;
}
