import { compressed } from '../cache.ts';
import type { Html } from '../html.ts';

/** What a first view may weigh with everything in it, in bytes as sent (brotli, quality 5). */
export const budget = 13_000;

/** A page, and its bytes as sent. */
export interface Fitted {
  readonly body: string;
  readonly br: Uint8Array<ArrayBuffer>;
}

/**
 * The page at the first level of detail at which it fits the budget; at the last level whatever it weighs. Sources
 * differ: twenty titles can be a page or a book.
 */
export async function fitting<Level>(
  levels: readonly Level[],
  render: (level: Level) => Html,
): Promise<Fitted> {
  let last: Fitted | undefined;
  for (const level of levels) {
    const body = String(render(level));
    last = { body, br: await compressed(body) };
    if (last.br.length <= budget) break;
  }
  if (last === undefined) throw new RangeError('a page needs a level of detail');
  return last;
}

/** Bytes as sent. */
export async function weightOf(page: string): Promise<number> {
  return (await compressed(page)).length;
}
