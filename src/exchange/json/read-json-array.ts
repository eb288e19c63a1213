import { Fault } from '../../kernel/fault.ts';
import type { InputLimits } from '../limits.ts';
import type { SourceItem } from '../tables/source-row.ts';
import { jsonItem } from './json-item.ts';

/**
 * Items of one JSON array, one after the other without holding the array: brackets are counted outside strings, and
 * each item between commas of the outermost level is parsed by itself.
 * @throws Fault `truncated`, `rowTooLong`, `notWellFormed` where something follows the array.
 */
export async function* readJsonArray(
  text: AsyncIterable<string>,
  limits: InputLimits,
): AsyncGenerator<SourceItem> {
  const cutter = new Cutter();
  let number = 0;
  for await (const piece of text) {
    for (const { item, line } of cutter.take(piece)) {
      number += 1;
      yield jsonItem(item, { unit: 'item', number, line });
    }
    if (cutter.pending <= limits.rowCharacters) continue;
    throw new Fault('rowTooLong', { item: number + 1, limit: limits.rowCharacters, got: cutter.pending });
  }
  if (!cutter.closed) throw new Fault('truncated', { item: number + 1 });
}

interface CutItem {
  readonly item: string;
  readonly line: number;
}

/** Finds the ends of items in text that comes in pieces. */
class Cutter {
  closed = false;
  #depth = 0;
  #inString = false;
  #escaped = false;
  #line = 1;
  #itemLine = 1;
  #held = '';

  /** Characters of the item that is not yet whole. */
  get pending(): number {
    return this.#held.length;
  }

  *take(piece: string): Generator<CutItem> {
    let from = 0;
    for (let at = 0; at < piece.length; at += 1) {
      const char = piece.charAt(at);
      if (char === '\n') this.#line += 1;
      if (this.#inString) {
        this.#passString(char);
        continue;
      }
      if (this.#depth === 0) {
        this.#passOutside(char);
        from = at + 1;
        continue;
      }
      if (char === '"') this.#inString = true;
      else if (char === '[' || char === '{') this.#depth += 1;
      else if (char === ']' || char === '}') this.#depth -= 1;
      if (this.#depth > 1 || (char !== ',' && this.#depth === 1)) continue;
      if (this.#depth === 0) this.closed = true;
      yield* this.#cut(piece.slice(from, at));
      from = at + 1;
    }
    this.#held += piece.slice(from);
  }

  *#cut(end: string): Generator<CutItem> {
    const item = (this.#held + end).trim();
    this.#held = '';
    if (item !== '') yield { item, line: this.#itemLine };
    this.#itemLine = this.#line;
  }

  #passString(char: string): void {
    if (this.#escaped) this.#escaped = false;
    else if (char === '\\') this.#escaped = true;
    else if (char === '"') this.#inString = false;
  }

  #passOutside(char: string): void {
    if (char === '[' && !this.closed) this.#depth = 1;
    else if (char.trim() !== '') throw new Fault('notWellFormed', { line: this.#line, got: char });
  }
}
