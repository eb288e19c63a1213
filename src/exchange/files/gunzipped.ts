import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Fault } from '../../kernel/fault.ts';
import type { InputFile } from '../incoming.ts';
import type { InputLimits } from '../limits.ts';

/** Below this many unpacked bytes the ratio says nothing: short files of one repeated line are common. */
const ratioFrom = 100 * 1024;

/**
 * The file inside a gzip file. Sizes and progress stay those of the packed file.
 * While it is read: Fault `inflatesTooMuch` past the limits, `truncated` where it ends early, `damagedArchive`.
 */
export function gunzipped(file: InputFile, limits: InputLimits): InputFile {
  return {
    name: file.name.replace(/\.gz$/i, ''),
    size: file.size,
    bytes: (onBytes) => unpack(file, limits, onBytes),
  };
}

async function* unpack(
  file: InputFile,
  limits: InputLimits,
  onBytes?: (taken: number) => void,
): AsyncGenerator<Uint8Array> {
  let packed = 0;
  let unpacked = 0;
  const source = Readable.from(
    counted(file.bytes(), (bytes) => {
      packed += bytes;
      onBytes?.(packed);
    }),
  );
  const gunzip = createGunzip({ chunkSize: 64 * 1024 });
  source.on('error', (error) => gunzip.destroy(error));
  source.pipe(gunzip);
  try {
    for await (const chunk of gunzip) {
      // A gunzip stream without an encoding gives buffers.
      const bytes = chunk as Uint8Array;
      unpacked += bytes.length;
      refuseBomb(file.name, packed, unpacked, limits);
      yield bytes;
    }
  } catch (error) {
    throw asFault(file.name, error, packed);
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}

async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  count: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    count(chunk.length);
    yield chunk;
  }
}

function refuseBomb(name: string, packed: number, unpacked: number, limits: InputLimits): void {
  if (unpacked > limits.unpackedBytes) {
    throw new Fault('inflatesTooMuch', {
      file: name,
      limit: limits.unpackedBytes,
      got: unpacked,
      unit: 'bytes',
    });
  }
  if (unpacked > ratioFrom && unpacked > packed * limits.unpackRatio) {
    const got = Math.round(unpacked / packed);
    throw new Fault('inflatesTooMuch', { file: name, limit: limits.unpackRatio, got, unit: 'ratio' });
  }
}

function asFault(name: string, error: unknown, byte: number): unknown {
  if (!(error instanceof Error) || !('code' in error) || error instanceof Fault) return error;
  if (error.code === 'Z_BUF_ERROR') return new Fault('truncated', { file: name, byte }, error);
  return String(error.code).startsWith('Z_') ? new Fault('damagedArchive', { file: name }, error) : error;
}
