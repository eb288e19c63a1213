import { allRegisters } from '../../registers/all-registers.ts';
import type { LabelBook } from './label-book.ts';
import { type OwnHeader, ownHeader } from './own-header.ts';

/** Columns of a header that hold fields or parts. */
export function knownColumns({ columns }: OwnHeader): number {
  return columns.filter(({ holds }) => holds !== undefined).length;
}

/**
 * Of several ways to understand a header the one that knows most of its columns, among them the one that names records;
 * undefined where two know as many.
 */
export function clearlyBest<One extends { readonly header: OwnHeader }>(
  ways: readonly One[],
): One | undefined {
  const [first, second] = ways
    .filter(({ header }) => namesRecords(header) && knownColumns(header) >= 2)
    .sort((a, b) => knownColumns(b.header) - knownColumns(a.header) || strangers(a) - strangers(b));
  if (first === undefined || second === undefined) return first;
  const alike = knownColumns(first.header) === knownColumns(second.header);
  return alike && strangers(first) === strangers(second) ? undefined : first;
}

/** The header as one of records of a register that says in no column which: by what its columns are called. */
export function headerOfRecords(book: LabelBook, labels: readonly string[]): OwnHeader | undefined {
  return clearlyBest(allRegisters.map((register) => ({ header: ownHeader(book, { register }, labels) })))
    ?.header;
}

function namesRecords({ columns }: OwnHeader): boolean {
  return columns.some(({ name, holds }) => (name === 'id' || name === 'record') && holds === undefined);
}

function strangers({ header }: { readonly header: OwnHeader }): number {
  return header.unknown.length;
}
