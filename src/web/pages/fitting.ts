import { brotliCompressSync, constants } from 'node:zlib';
import type { Html } from '../html.ts';

/** What a first view may weigh with everything in it, in bytes as sent (brotli, quality 5). */
export const budget = 13_000;

/**
 * The page at the first level of detail at which it fits the budget; at the last level whatever it weighs. Sources
 * differ: twenty titles can be a page or a book.
 */
export function fitting<Level>(levels: readonly Level[], render: (level: Level) => Html): Html {
  let last: Html | undefined;
  for (const level of levels) {
    last = render(level);
    if (weightOf(String(last)) <= budget) break;
  }
  if (last === undefined) throw new RangeError('a page needs a level of detail');
  return last;
}

/** Bytes as sent. */
export function weightOf(page: string): number {
  return brotliCompressSync(page, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
}
