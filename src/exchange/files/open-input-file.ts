import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Fault } from '../../kernel/fault.ts';
import type { InputFile } from '../incoming.ts';

/**
 * A file on disk as readers take it, in pieces.
 * @throws Fault `noSuchFile` where nothing stands there, `notAFile` for a folder, a socket or a device, `emptyFile`.
 */
export async function openInputFile(path: string): Promise<InputFile> {
  const found = await stat(path).catch((error: unknown) => {
    throw new Fault('noSuchFile', { file: path }, error);
  });
  const name = basename(path);
  if (!found.isFile()) throw new Fault('notAFile', { file: name });
  if (found.size === 0) throw new Fault('emptyFile', { file: name });
  return { name, size: found.size, path, bytes: (onBytes) => bytesOf(path, onBytes) };
}

async function* bytesOf(path: string, onBytes?: (taken: number) => void): AsyncGenerator<Uint8Array> {
  let taken = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    // A read stream without an encoding gives buffers.
    const bytes = chunk as Uint8Array;
    taken += bytes.length;
    onBytes?.(taken);
    yield bytes;
  }
}
