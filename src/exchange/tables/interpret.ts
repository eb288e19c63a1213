import { Fault } from '../../kernel/fault.ts';
import type { ReadItem, Unreadable } from '../incoming.ts';
import type { LabelBook } from './label-book.ts';
import { mappedRowsReader } from './mapped-row.ts';
import type { TableMapping } from './mapping.ts';
import { labelledRowReader, ownRowReader } from './own-columns.ts';
import { isOwnJson, readOwnJson } from './own-json.ts';
import type { SourceHeader, SourceItem, SourceRow } from './source-row.ts';

/** So many rows that nobody knows, before any that somebody knows, and the file as a whole is refused. */
const patience = 20;

type RowReader = (row: SourceRow) => readonly ReadItem[];

/**
 * Says what rows mean: our own columns or members, else the first mapping that fits, else columns called like ours. One item a row, in order, and what the rows of a mapping belong to before its first.
 * @throws Fault `noKnownColumns` where nothing in the file is known, naming what stands there.
 */
export async function* interpret(
  items: AsyncIterable<SourceItem>,
  mappings: readonly TableMapping[],
  labels: LabelBook,
): AsyncGenerator<ReadItem> {
  const choose = chooser(mappings, labels);
  const waiting: ReadItem[] = [];
  let known = false;
  let seen = '';
  for await (const item of items) {
    if ('header' in item) {
      choose.header(item);
      seen ||= item.header.join(', ');
      continue;
    }
    const reader = 'unreadable' in item ? undefined : choose.reader(item);
    if (reader !== undefined && !known) {
      known = true;
      yield* waiting.splice(0);
    }
    const read = 'unreadable' in item ? [item] : (reader ?? notKnown)(item);
    if (known) {
      yield* read;
      continue;
    }
    if (!('unreadable' in item)) seen ||= Object.keys(item.cells).join(', ');
    waiting.push(...read);
    if (seen === '') {
      if (waiting.length >= patience) yield* waiting.splice(0);
    } else if (waiting.length >= patience && !choose.inWorkbook) break;
  }
  if (known) return;
  if (seen === '') yield* waiting;
  else if (!choose.anyHeader || waiting.length > 0)
    throw new Fault('noKnownColumns', { got: seen.slice(0, 300), right: 'register, id, title.en' });
}

function chooser(mappings: readonly TableMapping[], labels: LabelBook) {
  const readers = new Map<TableMapping, RowReader>();
  let byHeader: RowReader | undefined;
  let headers = 0;
  let knownHeaders = 0;
  let last: TableMapping | undefined;
  const readerOf = (mapping: TableMapping): RowReader => {
    const reader = readers.get(mapping) ?? mappedRowsReader(mapping);
    readers.set(mapping, reader);
    return reader;
  };
  return {
    get anyHeader(): boolean {
      return knownHeaders > 0;
    },
    /** A workbook has further sheets, and ends: there it pays to wait. */
    inWorkbook: false,
    header(item: SourceHeader): void {
      headers += 1;
      this.inWorkbook = item.sheet !== undefined;
      const named = ownRowReader(item, labels);
      const mapping = named === undefined ? mappings.find((one) => one.fitsHeader(item.header)) : undefined;
      const own = mapping === undefined ? (named ?? labelledRowReader(item, labels)) : undefined;
      byHeader = mapping === undefined ? own && ((row) => [own(row)]) : readerOf(mapping);
      if (byHeader !== undefined) knownHeaders += 1;
    },
    reader(row: SourceRow): RowReader | undefined {
      if (headers > 0) return byHeader;
      if (isOwnJson(row)) return (own) => [readOwnJson(own)];
      if (last?.fitsObject(row.cells) !== true) last = mappings.find((one) => one.fitsObject(row.cells));
      return last === undefined ? undefined : readerOf(last);
    },
  };
}

function notKnown({ cells, place, raw, findings }: SourceRow): readonly Unreadable[] {
  const got = Object.keys(cells).join(', ').slice(0, 300);
  const finding = { severity: 'error', path: '', code: 'notUnderstood', params: { got } } as const;
  return [{ unreadable: true, place, raw, findings: [...findings, finding] }];
}
