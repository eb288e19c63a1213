import { TextDecoder } from 'node:util';
import { Fault } from '../../kernel/fault.ts';
import type { InputLimits } from '../limits.ts';
import type { XmlListener } from '../xml/xml-listener.ts';
import { XmlScanner } from '../xml/xml-scanner.ts';

/** Characters handed to the scanner at a time: so many rows stand in memory at once. */
const pieceBytes = 256 * 1024;

/** What a listener hears of a part, without the prefixes of namespaces: writers choose them as they like. */
export interface PartListener {
  /** Names of elements that are wanted with what stands in them, but for those outside. */
  open(name: string, attribute: (name: string) => string | undefined): void;
  text(piece: string): void;
  close(name: string): void;
}

/**
 * Reads a part of a workbook piece by piece; between pieces the caller looks at what the listener has gathered.
 * @throws Fault `notWellFormed`, `truncated`, `doctypeRefused`, `badEncoding`, `cellTooLarge` with {file}: the part.
 */
export function* readPart(
  bytes: Buffer,
  part: string,
  listener: PartListener,
  limits: InputLimits,
): Generator<void> {
  const scanner = new XmlScanner(withoutPrefixes(listener), limits, part);
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true });
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const piece = bytes.subarray(at, at + pieceBytes);
    scanner.write(decoded(decoder, piece, at + pieceBytes < bytes.length, part).replace(/\r\n?/g, '\n'));
    yield;
  }
  scanner.end();
  yield;
}

/** A part read to its end. @throws as `readPart`. */
export function readWholePart(
  bytes: Buffer,
  part: string,
  listener: PartListener,
  limits: InputLimits,
): void {
  for (const _ of readPart(bytes, part, listener, limits));
}

function encodingOf(bytes: Buffer): string {
  const mark = bytes.toString('hex', 0, 2);
  return mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8';
}

function decoded(decoder: TextDecoder, piece: Buffer, more: boolean, part: string): string {
  try {
    return decoder.decode(piece, { stream: more });
  } catch (error) {
    throw new Fault('badEncoding', { file: part, line: 1, byte: 1, right: 'UTF-8' }, error);
  }
}

function withoutPrefixes(listener: PartListener): XmlListener {
  return {
    wants: () => true,
    open: (name, attributes) =>
      listener.open(bare(name), (wanted) => {
        for (let i = 0; i < attributes.length; i += 2)
          if (bare(attributes[i] ?? '') === wanted) return attributes[i + 1];
        return undefined;
      }),
    text: (piece) => listener.text(piece),
    close: (name) => listener.close(bare(name)),
  };
}

function bare(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
