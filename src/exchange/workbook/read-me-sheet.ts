import type { SheetWords } from '../tables/sheet-words.ts';
import type { DeflatedPart } from './deflated-part.ts';
import { SheetPart } from './sheet-part.ts';

/** The sheet that says how to work with the others: a title, then a line each. */
export async function readMeSheet(words: SheetWords, lines: readonly string[]): Promise<DeflatedPart> {
  const sheet = new SheetPart('', {
    rightToLeft: words.rightToLeft,
    columns: [{ width: 110, style: 'text' }],
  });
  for (const [i, value] of lines.entries()) await sheet.row([{ value, style: i === 0 ? 'title' : 'text' }]);
  return sheet.end(false);
}
