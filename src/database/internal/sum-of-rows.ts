import { createHash, type Hash } from 'node:crypto';
import type { TableRow } from '../tables.ts';

const modulus = 2n ** 256n;

/**
 * What rows hold, in 32 bytes: SHA-256 of each, added up. Their order does not count, since without ORDER BY no engine
 * promises any. Guards against what breaks, not against who forges.
 */
export class SumOfRows {
  rows = 0;
  #sum = 0n;

  add(table: string, row: TableRow): void {
    const digest = createHash('sha256').update(`${table}\u0000`);
    for (const name of Object.keys(row).sort()) addCell(digest, name, row[name]);
    this.rows += 1;
    this.#sum = (this.#sum + BigInt(`0x${digest.digest('hex')}`)) % modulus;
  }

  equals(other: SumOfRows): boolean {
    return this.rows === other.rows && this.#sum === other.#sum;
  }
}

/** Its name, its type and its length stand before what it holds: nothing can move from one cell to the next. */
function addCell(digest: Hash, name: string, value: unknown): void {
  const bytes = value instanceof Uint8Array ? value : Buffer.from(String(value));
  const type = value instanceof Uint8Array ? 'bytes' : value === null ? 'null' : typeof value;
  digest.update(`${name}\u0000${type}\u0000${bytes.length}\u0000`).update(bytes);
}
