import { Fault } from '../../kernel/fault.ts';
import type { InputLimits } from '../limits.ts';
import type { SourceItem } from '../tables/source-row.ts';
import { jsonItem } from './json-item.ts';

/**
 * Objects of a JSON Lines file. Lines end at `\n` only: texts may contain every other kind of line break. A line that
 * is not an object is one unreadable item, and the rest goes on.
 * @throws Fault `rowTooLong` naming the line.
 */
export async function* readJsonLines(
  text: AsyncIterable<string>,
  limits: InputLimits,
): AsyncGenerator<SourceItem> {
  let number = 0;
  let rest = '';
  const check = (length: number): void => {
    if (length <= limits.rowCharacters) return;
    throw new Fault('rowTooLong', { line: number + 1, limit: limits.rowCharacters, got: length });
  };
  for await (const piece of text) {
    const lines = piece.split('\n');
    lines[0] = rest + (lines[0] ?? '');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      check(line.length);
      number += 1;
      if (line.trim() !== '') yield jsonItem(line, { unit: 'line', number });
    }
    check(rest.length);
  }
  if (rest.trim() !== '') yield jsonItem(rest, { unit: 'line', number: number + 1 });
}
