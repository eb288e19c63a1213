import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { InputFile } from '../incoming.ts';

const pieceBytes = 256 * 1024;

/** SHA-256 of a file as stored, in hex. A file on disk is read through one piece of memory, whatever its size. */
export async function digestOfFile(file: InputFile): Promise<string> {
  const hash = createHash('sha256');
  if (file.path === undefined) {
    for await (const bytes of file.bytes()) hash.update(bytes);
    return hash.digest('hex');
  }
  const piece = new Uint8Array(pieceBytes);
  await using handle = await open(file.path);
  for (;;) {
    const { bytesRead } = await handle.read(piece, 0, pieceBytes);
    if (bytesRead === 0) return hash.digest('hex');
    hash.update(piece.subarray(0, bytesRead));
  }
}
