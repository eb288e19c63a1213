import type { Incoming, ReadItem } from '../../src/exchange/incoming.ts';
import { defaultLimits } from '../../src/exchange/limits.ts';
import { readFile } from '../../src/exchange/read-file.ts';
import { type BookOptions, writeBook } from '../../src/exchange/workbook/write-book.ts';
import type { InterfaceLanguage } from '../../src/kernel/language-tag.ts';
import type { Presented } from '../../src/policy/present.ts';
import { sheetWords } from '../../src/wording/sheet-words.ts';
import { allLabels } from '../fixtures/all-labels.ts';
import { memoryFile } from './codecs-bench.ts';

/** Records as a workbook in one language. */
export async function bookIn(
  lang: InterfaceLanguage,
  records: readonly Presented[],
  options: Partial<BookOptions> = {},
): Promise<Buffer> {
  const stream = async function* () {
    yield* records;
  };
  const address = ({ register, id }: Presented) => `http://127.0.0.1:8040/${lang}/${register.name}/${id}`;
  const chunks: Uint8Array[] = [];
  const all = {
    address,
    words: sheetWords(lang),
    node: 'http://127.0.0.1:8040',
    today: '2026-11-28',
    ...options,
  };
  for await (const chunk of writeBook(stream(), all)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Everything that a file holds, read as the doors read it. */
export async function itemsOf(bytes: Uint8Array | string, name = 'given.xlsx'): Promise<readonly ReadItem[]> {
  const items: ReadItem[] = [];
  const options = { limits: defaultLimits, mappings: [], labels: allLabels };
  for await (const item of readFile(memoryFile(name, bytes, 65_536), options)) items.push(item);
  return items;
}

/** The same as records. @throws where a row could not be read. */
export async function recordsOf(bytes: Uint8Array | string, name?: string): Promise<readonly Incoming[]> {
  return (await itemsOf(bytes, name)).map((item) => {
    if ('unreadable' in item) throw new Error(JSON.stringify([item.place, item.findings]));
    return item;
  });
}
