import { type FileHandle, open, rename } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { Fault } from '../../kernel/fault.ts';
import type { Pieces, PiecesToWrite, Streamed } from './pieces.ts';

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

/** A snapshot whose pieces need not all be in memory at once. */
export interface SnapshotToWrite extends Omit<Snapshot, 'pieces'> {
  readonly pieces: PiecesToWrite;
}

interface Header {
  readonly stamp: string;
  readonly position: number;
  readonly sizes: readonly (readonly [name: string, bytes: number])[];
}

const magic = 'SBIX';
const headerAt = 8;
const sumBytes = 4;
/** Others get their turn between slices. */
const sliceBytes = 4 * 1024 * 1024;

/**
 * Writes beside the file, waits for the disk, then takes the file's place: after a crash one of the two stands there.
 * @throws Fault `diskFull`
 */
export async function writeSnapshot(
  path: string,
  { stamp, position, pieces }: SnapshotToWrite,
): Promise<void> {
  const sizes = Array.from(pieces, ([name, { length }]) => [name, length] as const);
  const header = Buffer.from(JSON.stringify({ stamp, position, sizes } satisfies Header), 'utf8');
  const start = Buffer.alloc(headerAt);
  start.write(magic, 'latin1');
  start.writeUInt32LE(header.length, magic.length);
  const parts = [start, header, ...pieces.values()];
  const beside = `${path}.new`;
  try {
    const file = await open(beside, 'w');
    try {
      let sum = 0;
      for (const part of parts) {
        for (const slice of slicesOf(part)) {
          sum = crc32(slice, sum);
          await file.writeFile(slice);
        }
      }
      const end = Buffer.alloc(sumBytes);
      end.writeUInt32LE(sum);
      await file.writeFile(end);
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

function* slicesOf(part: Uint8Array | Streamed): Generator<Uint8Array> {
  if ('slices' in part) yield* part.slices();
  else for (let at = 0; at < part.length; at += sliceBytes) yield part.subarray(at, at + sliceBytes);
}

/**
 * Answers `undefined` for whatever is not a whole snapshot of this stamp: absent, damaged, cut off, or of another make.
 * Each piece is read into a buffer of its own, so that nothing is held twice.
 */
export async function readSnapshot(path: string, stamp: string): Promise<Snapshot | undefined> {
  try {
    const file = await open(path);
    try {
      return await readFrom(file, stamp);
    } finally {
      await file.close();
    }
  } catch {
    return undefined;
  }
}

async function readFrom(file: FileHandle, stamp: string): Promise<Snapshot | undefined> {
  const { size } = await file.stat();
  const start = await readPart(file, headerAt, 0);
  const headerBytes = Buffer.from(start.bytes.buffer).readUInt32LE(magic.length);
  if (headerAt + headerBytes + sumBytes > size) return undefined;
  const written = await readPart(file, headerBytes, start.sum);
  const header = headerOf(Buffer.from(written.bytes.buffer).toString('utf8'));
  const { sizes } = header;
  const all = sizes.reduce((sum, [, bytes]) => sum + bytes, headerAt + headerBytes + sumBytes);
  // Damaged sizes are not to cost more memory than there are bytes.
  if (header.stamp !== stamp || all !== size || sizes.some(([, bytes]) => !(bytes >= 0))) return undefined;
  const pieces: Pieces = new Map();
  let { sum } = written;
  for (const [name, bytes] of sizes) {
    const piece = await readPart(file, bytes, sum);
    pieces.set(name, piece.bytes);
    sum = piece.sum;
  }
  const end = await readPart(file, sumBytes, 0);
  const same = Buffer.from(end.bytes.buffer).readUInt32LE() === sum;
  return same ? { stamp, position: header.position, pieces } : undefined;
}

/**
 * What `writeSnapshot` wrote, unless it is damaged: the checksum shows it at the end.
 * @throws TypeError SyntaxError for what is no header at all
 */
function headerOf(text: string): Header {
  const { stamp, position, sizes } = JSON.parse(text) as Header;
  return { stamp, position, sizes: sizes.map(([name, bytes]) => [name, bytes]) };
}

/**
 * The next bytes of a file, and the checksum of these and all before, which was `before`.
 * @throws RangeError where the file ends before
 */
async function readPart(file: FileHandle, length: number, before: number) {
  const bytes = new Uint8Array(length);
  let sum = before;
  for (let at = 0; at < length; ) {
    const { bytesRead } = await file.read(bytes, at, Math.min(sliceBytes, length - at));
    if (bytesRead === 0) throw new RangeError('the file has been cut off');
    sum = crc32(bytes.subarray(at, at + bytesRead), sum);
    at += bytesRead;
  }
  return { bytes, sum };
}
