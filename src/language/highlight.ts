import { type Marked, markSpans } from './internal/marked.ts';
import { bestPassage } from './internal/passage.ts';
import { forEachToken } from './tokens.ts';

export type { Marked } from './internal/marked.ts';

/** A token found in a text, and whether it was looked for. */
export interface Found {
  readonly term: string;
  readonly start: number;
  readonly end: number;
  readonly hit: boolean;
}

/**
 * The whole text in pieces, those that match marked; joined they are the text.
 *
 * @param terms stems or folded words; a word of the text is marked when its stem or itself is among them.
 */
export function highlight(text: string, lang: string, terms: ReadonlySet<string>): readonly Marked[] {
  return markSpans(text, hitsIn(tokensIn(text, lang, terms)), 0, text.length);
}

/** What is read of a text to find its best passage: 60 pages. */
const longestRead = 200_000;

const ellipsis: Marked = { text: '…', hit: false };

/**
 * The passage of at most `maxChars` UTF-16 units with most of the terms, cut between words, marked as `highlight` does;
 * `…` pieces, which do not count, stand where something was left out. Without a match, the beginning.
 */
export function snippet(
  text: string,
  lang: string,
  terms: ReadonlySet<string>,
  maxChars: number,
): readonly Marked[] {
  const whole = text.trim();
  const read = whole.slice(0, longestRead);
  const tokens = tokensIn(read, lang, terms);
  if (whole.length <= maxChars) return markSpans(whole, hitsIn(tokens), 0, whole.length);
  const { start, end } = bestPassage(read, tokens, maxChars);
  const pieces = markSpans(read, hitsIn(tokens), start, end);
  return [...(start > 0 ? [ellipsis] : []), ...pieces, ...(end < whole.length ? [ellipsis] : [])];
}

function tokensIn(text: string, lang: string, terms: ReadonlySet<string>): readonly Found[] {
  const tokens: Found[] = [];
  forEachToken(text, lang, (surface, term, start, end) => {
    tokens.push({ term, start, end, hit: terms.has(term) || terms.has(surface) });
  });
  return tokens;
}

function hitsIn(tokens: readonly Found[]): readonly Found[] {
  return tokens.filter((token) => token.hit);
}
