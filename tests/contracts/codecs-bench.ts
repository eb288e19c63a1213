import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Incoming, InputFile, ReadItem } from '../../src/exchange/incoming.ts';
import { defaultLimits, type InputLimits } from '../../src/exchange/limits.ts';
import { readFile } from '../../src/exchange/read-file.ts';
import { loadMappings } from '../../src/exchange/tables/load-mappings.ts';
import { type RecordFormat, writeRecords } from '../../src/exchange/write-records.ts';
import type { Presented } from '../../src/policy/present.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export const mappings = await loadMappings(join(root, 'content/mappings'));

/** A file in memory, handed out in pieces of odd sizes so that every boundary is hit sooner or later. */
export function memoryFile(name: string, content: Uint8Array | string, piece = 1_021): InputFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    size: bytes.length,
    async *bytes(onBytes) {
      for (let at = 0; at < bytes.length; at += piece) {
        onBytes?.(Math.min(at + piece, bytes.length));
        yield bytes.subarray(at, at + piece);
      }
    },
  };
}

export async function readAll(file: InputFile, limits: InputLimits = defaultLimits): Promise<ReadItem[]> {
  return gathered(readFile(file, { limits, mappings }));
}

/** All items as records; fails the test where one could not be read. */
export async function readRecords(file: InputFile, limits?: InputLimits): Promise<Incoming[]> {
  return (await readAll(file, limits)).map((item) => {
    if ('unreadable' in item) throw new Error(`unreadable: ${item.raw()} ${JSON.stringify(item.findings)}`);
    return item;
  });
}

export async function written(format: RecordFormat, records: readonly Presented[]): Promise<Uint8Array> {
  const stream = async function* () {
    yield* records;
  };
  const address = ({ register, id }: Presented) => `http://127.0.0.1:8040/en/${register.name}/${id}`;
  return Buffer.concat(await gathered(writeRecords(format, stream(), { address, today: '2026-11-22' })));
}

async function gathered<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
