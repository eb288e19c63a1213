import { TextDecoder } from 'node:util';
import { Fault } from '../../kernel/fault.ts';
import { wideEncoding } from './sniff.ts';

/**
 * Bytes to text: UTF-8, or UTF-16 where a byte order mark says so; the mark itself is left out.
 * @throws Fault `badEncoding` with the line and the byte (from 1) at which the text stops being UTF-8.
 */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let rest = new Uint8Array(0);
  let line = 1;
  let passed = 0;
  for await (const chunk of bytes) {
    const all = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    if (all.length < 3 && decoder === undefined) {
      rest = Uint8Array.from(all);
      continue;
    }
    rest = new Uint8Array(0);
    decoder ??= new TextDecoder(wideEncoding(all) ?? 'utf-8', { fatal: true });
    const text = decodeOrRefuse(decoder, all, line, passed);
    line += countLines(text);
    passed += all.length;
    if (text !== '') yield text;
  }
  decoder ??= new TextDecoder(wideEncoding(rest) ?? 'utf-8', { fatal: true });
  const last = decodeOrRefuse(decoder, rest, line, passed, true);
  if (last !== '') yield last;
}

function decodeOrRefuse(
  decoder: TextDecoder,
  bytes: Uint8Array,
  line: number,
  passed: number,
  end = false,
): string {
  try {
    return decoder.decode(bytes, { stream: !end });
  } catch (error) {
    if (decoder.encoding !== 'utf-8') throw new Fault('badEncoding', { line, right: 'UTF-8' }, error);
    const at = firstInvalid(bytes);
    const before = Buffer.from(bytes.subarray(0, at)).toString('latin1');
    throw new Fault(
      'badEncoding',
      { line: line + countLines(before), byte: passed + at + 1, right: 'UTF-8' },
      error,
    );
  }
}

/** Line ends of all three kinds, each counted once (one that two pieces share may count twice: only messages use it). */
function countLines(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) count += 1;
  }
  return count;
}

/** Where UTF-8 breaks in a piece that may begin within a character of the piece before. */
function firstInvalid(bytes: Uint8Array): number {
  let at = 0;
  while (at < 3 && isTail(bytes[at])) at += 1;
  while (at < bytes.length) {
    const tails = tailsOf(bytes[at] ?? 0);
    if (tails === undefined) return at;
    for (let i = 1; i <= tails; i += 1) if (at + i < bytes.length && !isTail(bytes[at + i])) return at;
    at += tails + 1;
  }
  return Math.max(0, bytes.length - 1);
}

function isTail(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

function tailsOf(lead: number): number | undefined {
  if (lead < 0x80) return 0;
  if (lead >= 0xc2 && lead < 0xe0) return 1;
  if (lead >= 0xe0 && lead < 0xf0) return 2;
  return lead >= 0xf0 && lead < 0xf5 ? 3 : undefined;
}
