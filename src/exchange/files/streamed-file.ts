import type { InputFile } from '../incoming.ts';

/**
 * A file that arrives as a stream. It may be looked at from its start, as far as the first piece, and then read once; what
 * was read is not kept.
 * @param size in bytes, as far as it was announced; 0 where not.
 */
export function streamedFile(
  name: string,
  size: number,
  stream: ReadableStream<Uint8Array> | null,
): InputFile {
  const reader = stream?.getReader();
  let first: Uint8Array | undefined;
  let begun = false;
  return {
    name,
    size,
    bytes: async function* (onBytes) {
      if (!begun) {
        begun = true;
        first = (await reader?.read())?.value;
      }
      let taken = 0;
      for (let piece = first; piece !== undefined; piece = (await reader?.read())?.value) {
        taken += piece.length;
        onBytes?.(taken);
        yield piece;
        // Asked for more: it is being read, not looked at.
        first = undefined;
      }
    },
  };
}
