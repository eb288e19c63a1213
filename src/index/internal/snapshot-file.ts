import { open, readFile, rename } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { Fault } from '../../kernel/fault.ts';
import type { Pieces } from './pieces.ts';
import { turns } from './turns.ts';

/**
 * A snapshot file: 4 bytes `SBIX`, 4 bytes length of the header, the header (JSON), the pieces one after the other,
 * 4 bytes CRC-32 of all before. Numbers are little-endian, as on every machine Node runs on but one.
 */
export interface Snapshot {
  /** Says what made the pieces; a snapshot of another stamp is of no use. */
  readonly stamp: string;
  /** Sequence number up to which the log is in it. */
  readonly position: number;
  readonly pieces: Pieces;
}

interface Header {
  readonly stamp: string;
  readonly position: number;
  readonly sizes: readonly (readonly [name: string, bytes: number])[];
}

const magic = 'SBIX';
const headerAt = 8;
const sliceBytes = 4 * 1024 * 1024;

/**
 * Writes beside the file, waits for the disk, then takes the file's place: after a crash one of the two stands there.
 * @throws Fault `diskFull`
 */
export async function writeSnapshot(path: string, { stamp, position, pieces }: Snapshot): Promise<void> {
  const sizes = Array.from(pieces, ([name, { length }]) => [name, length] as const);
  const header = Buffer.from(JSON.stringify({ stamp, position, sizes } satisfies Header), 'utf8');
  const start = Buffer.alloc(headerAt);
  start.write(magic, 'latin1');
  start.writeUInt32LE(header.length, magic.length);
  const parts = [start, header, ...pieces.values()];
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(await checksumOf(parts));
  const beside = `${path}.new`;
  try {
    const file = await open(beside, 'w');
    try {
      for (const part of [...parts, sum]) await file.writeFile(part);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') {
      throw new Fault('diskFull', { place: path }, error);
    }
    throw error;
  }
}

/** In slices: all of it would take a tenth of a second. */
async function checksumOf(parts: readonly Uint8Array[]): Promise<number> {
  const turn = turns();
  let sum = 0;
  for (const part of parts) {
    for (let start = 0; start < part.length; start += sliceBytes) {
      sum = crc32(part.subarray(start, start + sliceBytes), sum);
      await turn();
    }
  }
  return sum;
}

/** Answers `undefined` for whatever is not a whole snapshot of this stamp: absent, damaged, cut off, or of another make. */
export async function readSnapshot(path: string, stamp: string): Promise<Snapshot | undefined> {
  let file: Buffer;
  try {
    file = await readFile(path);
  } catch {
    return undefined;
  }
  const end = file.length - 4;
  if (end < headerAt || file.toString('latin1', 0, magic.length) !== magic) return undefined;
  if (crc32(file.subarray(0, end)) !== file.readUInt32LE(end)) return undefined;
  let at = headerAt + file.readUInt32LE(magic.length);
  // The checksum has shown that these are the bytes that writeSnapshot wrote.
  const header = JSON.parse(file.toString('utf8', headerAt, at)) as Header;
  if (header.stamp !== stamp) return undefined;
  const pieces: Pieces = new Map();
  for (const [name, size] of header.sizes) {
    pieces.set(name, file.subarray(at, at + size));
    at += size;
  }
  return { stamp, position: header.position, pieces };
}
