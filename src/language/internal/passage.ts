import type { Found } from '../highlight.ts';
import type { Span } from './marked.ts';

/**
 * The span of at most `maxChars` units that shows most different terms, then most matches, the earliest of equals.
 * It begins and ends at words, and leaves about as much room before the matches as after.
 */
export function bestPassage(text: string, tokens: readonly Found[], maxChars: number): Span {
  const hits = densest(
    tokens.filter((token) => token.hit),
    maxChars,
  );
  const slack = Math.max(0, maxChars - (hits.end - hits.start));
  const wish = Math.max(0, Math.min(hits.start - Math.floor(slack / 2), text.length - maxChars));
  const start = wish === 0 ? 0 : (tokens.find((token) => token.start >= wish)?.start ?? wish);
  return { start, end: endOf(text, tokens, start, start + maxChars) };
}

/** From the first to the last match of the best group that fits into `room`; the very beginning where there is none. */
function densest(hits: readonly Found[], room: number): Span {
  let best = { start: 0, end: 0, score: 0 };
  const inside = new Map<string, number>();
  let last = 0;
  for (const [first, hit] of hits.entries()) {
    for (let next = hits[last]; next !== undefined && next.end <= hit.start + room; next = hits[last]) {
      inside.set(next.term, (inside.get(next.term) ?? 0) + 1);
      last += 1;
    }
    const score = inside.size * 1000 + Math.min(last - first, 999);
    if (last > first && score > best.score) {
      best = { start: hit.start, end: hits[last - 1]?.end ?? hit.end, score };
    }
    if (last === first) last += 1;
    else forget(inside, hit.term);
  }
  return best;
}

function forget(inside: Map<string, number>, term: string): void {
  const count = inside.get(term) ?? 0;
  if (count <= 1) inside.delete(term);
  else inside.set(term, count - 1);
}

/** The end of the last word that ends by `limit`, with closing punctuation after it; `limit` itself within one huge word. */
function endOf(text: string, tokens: readonly Found[], start: number, limit: number): number {
  if (limit >= text.length) return text.length;
  const last = tokens.findLast((token) => token.start >= start && token.end <= limit);
  if (last === undefined) return isHighSurrogate(text, limit - 1) ? limit - 1 : limit;
  const tail = /^[\p{Pe}\p{Pf}.!?。！？؟]*/u.exec(text.slice(last.end, limit));
  return last.end + (tail?.[0].length ?? 0);
}

function isHighSurrogate(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0xd800 && code <= 0xdbff;
}
