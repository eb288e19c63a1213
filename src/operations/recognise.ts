import type { FacetName } from '../fields/facet.ts';
import { fold } from '../language/fold.ts';
import { forEachToken } from '../language/tokens.ts';
import { allNames } from '../vocabulary/names-index.ts';

/** A name in the words of a search that could be a filter: "Senegal" is a country. */
export interface Recognised {
  readonly facet: FacetName;
  readonly code: string;
  /** The words as typed that stand for it. */
  readonly typed: string;
  /** What remains of the search when the filter takes their place. */
  readonly rest: string;
}

interface Name {
  readonly facet: FacetName;
  readonly code: string;
}

const longestName = 8;

/** Countries, sectors, goals, groups and modalities named in the words, in any of the seven languages; longest names first. */
export function recognise(
  words: string,
  filters: Partial<Record<FacetName, readonly string[]>>,
): readonly Recognised[] {
  const typed = words.slice(0, 200);
  const tokens: { surface: string; start: number; end: number }[] = [];
  forEachToken(typed, 'und', (surface, _term, start, end) => tokens.push({ surface, start, end }));
  const found: Recognised[] = [];
  for (let from = 0; from < tokens.length; ) {
    const match = longestFrom(tokens, from);
    if (match === undefined) {
      from += 1;
      continue;
    }
    const [first, last] = [tokens[from], tokens[from + match.length - 1]];
    from += match.length;
    if (first === undefined || last === undefined) continue;
    const rest = `${typed.slice(0, first.start)} ${typed.slice(last.end)}`.replace(/\s+/g, ' ').trim();
    for (const name of match.names) {
      if (filters[name.facet]?.includes(name.code)) continue;
      found.push({ ...name, typed: typed.slice(first.start, last.end), rest });
    }
  }
  return found.slice(0, 6);
}

function longestFrom(
  tokens: readonly { surface: string }[],
  from: number,
): { names: readonly Name[]; length: number } | undefined {
  const known = names();
  for (let length = Math.min(longestName, tokens.length - from); length > 0; length -= 1) {
    const key = tokens
      .slice(from, from + length)
      .map((token) => token.surface)
      .join(' ');
    const match = known.get(key);
    if (match !== undefined) return { names: match, length };
  }
  return undefined;
}

let byWords: Map<string, Name[]> | undefined;

/** Names cut as searches are cut, so that word order and script do not matter; made when first needed. */
function names(): Map<string, Name[]> {
  if (byWords !== undefined) return byWords;
  byWords = new Map();
  for (const { facet, code, name } of allNames()) {
    const surfaces: string[] = [];
    forEachToken(fold(name), 'und', (surface) => surfaces.push(surface));
    const key = surfaces.join(' ');
    if (surfaces.length > longestName || key.length < 3) continue;
    const same = byWords.get(key) ?? [];
    if (!same.some((one) => one.facet === facet && one.code === code)) same.push({ facet, code });
    byWords.set(key, same);
  }
  return byWords;
}
