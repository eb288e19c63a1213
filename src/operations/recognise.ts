import type { FacetName } from '../fields/facet.ts';
import { fold } from '../language/fold.ts';
import { forEachToken } from '../language/tokens.ts';
import { isHan, knownNames, lettersOf, longestName, type Named } from './internal/known-names.ts';

/** A name in the words of a search that could be a filter: "Senegal" is a country. */
export interface Recognised {
  readonly facet: FacetName;
  readonly code: string;
  /** The words as typed that stand for it. */
  readonly typed: string;
  /** What remains of the search when the filter takes their place. */
  readonly rest: string;
}

/** Longest search that is looked at, in characters; most names that are offered. */
const longestSearch = 200;
const mostOffered = 6;

/** A word that must not occur, or anything between quotation marks: meant as words. */
const meantAsWords = /(?<=^|\s)[-−－](?:["“„][^"“”]*["“”]?|\S+)|["“„«「][^"“”»」]*["“”»」]?/gu;

/**
 * Countries, sectors, goals, groups and modalities named in the words, in any of the seven languages; longest names
 * first. What is quoted or excluded is left alone.
 */
export function recognise(
  words: string,
  filters: Partial<Record<FacetName, readonly string[]>>,
): readonly Recognised[] {
  const typed = words.slice(0, longestSearch);
  const open = typed.replace(meantAsWords, (part) => ' '.repeat(part.length));
  const found: Recognised[] = [];
  for (const { names, start, end } of matchesIn(open)) {
    const rest = `${words.slice(0, start)} ${words.slice(end)}`.replace(/\s+/g, ' ').trim();
    for (const { facet, code } of names) {
      if (filters[facet]?.includes(code)) continue;
      found.push({ facet, code, typed: words.slice(start, end), rest });
    }
  }
  return found.slice(0, mostOffered);
}

interface Match {
  readonly names: readonly Named[];
  readonly start: number;
  readonly end: number;
}

interface Token {
  readonly surface: string;
  readonly start: number;
  readonly end: number;
}

/** One after the other, none within another. */
function matchesIn(text: string): readonly Match[] {
  const tokens: Token[] = [];
  forEachToken(text, 'und', (surface, _term, start, end) => tokens.push({ surface, start, end }));
  const matches: Match[] = [];
  let free = 0;
  for (const [from, token] of tokens.entries()) {
    if (token.start < free) continue;
    const match = isHan(token.surface) ? hanFrom(text, token.start) : wordsFrom(text, tokens, from);
    if (match === undefined) continue;
    matches.push(match);
    free = match.end;
  }
  return matches;
}

function hanFrom(text: string, start: number): Match | undefined {
  const { han, longestHan } = knownNames();
  for (let end = Math.min(text.length, start + longestHan); end > start + 1; end -= 1) {
    const names = han.get(fold(text.slice(start, end)));
    if (names !== undefined) return { names, start, end };
  }
  return undefined;
}

function wordsFrom(text: string, tokens: readonly Token[], from: number): Match | undefined {
  const { words } = knownNames();
  const start = tokens[from]?.start ?? 0;
  for (let length = Math.min(longestName, tokens.length - from); length > 0; length -= 1) {
    const some = tokens.slice(from, from + length);
    const end = some.at(-1)?.end ?? start;
    const letters = lettersOf(text.slice(start, end));
    const names = (words.get(some.map(({ surface }) => surface).join(' ')) ?? []).filter(
      (name) => name.letters === undefined || name.letters === letters,
    );
    if (names.length > 0) return { names, start, end };
  }
  return undefined;
}
