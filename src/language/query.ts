import { kindAt, kinds } from './internal/character-kinds.ts';
import { hanWords } from './internal/han-words.ts';
import { type Chunk, queryChunks } from './internal/query-chunks.ts';
import { isStopWord } from './internal/stop-words.ts';
import { wordClause } from './internal/word-clause.ts';
import { forEachToken } from './tokens.ts';

/** One word of a query. */
export interface WordClause {
  /** The word as typed, folded. */
  readonly surface: string;
  /** Alternatives: a token matches when its term is any of these. The stem in the interface language stands first. */
  readonly terms: readonly string[];
  /** Also matches every token whose surface begins with `surface`. */
  readonly prefix: boolean;
}

/** Words that must stand one directly after the other, each token of `forEachToken` being one position. */
export interface PhraseClause {
  readonly words: readonly WordClause[];
}

/** A query as the index answers it: records with all of `must` and none of `not`. */
export interface ParsedQuery {
  readonly must: readonly (WordClause | PhraseClause)[];
  readonly not: readonly (WordClause | PhraseClause)[];
  /** Nothing to look for and nothing to leave out: everything matches. */
  readonly empty: boolean;
}

export type Clause = WordClause | PhraseClause;

/** What is read of a query; more is left unread. */
const longestQuery = 200;
const mostClauses = 32;
const directionMarks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * Reads what a person typed: words (all must occur), `"a phrase"` in any usual quotation marks, `-without`,
 * `-"without this phrase"`, `begin*`. Words joined by a hyphen or slash (South-South) are a phrase; Chinese without
 * spaces is cut into words, all of which must occur. Function words count only in phrases or when nothing else is
 * there. Never throws, whatever is typed.
 *
 * @param lang interface language; decides which stem stands first.
 * @param options.typing the last word is still being typed and matches by its beginning.
 */
export function parseQuery(text: string, lang: string, options: { typing?: boolean } = {}): ParsedQuery {
  const read = text.replace(directionMarks, '').slice(0, longestQuery);
  const chunks = queryChunks(read);
  const typed = options.typing === true && /\S$/.test(read) ? chunks.at(-1) : undefined;
  const found = chunks.flatMap((chunk) => {
    const begun = chunk.starred || (chunk === typed && !chunk.quoted);
    const clauses = chunk.quoted
      ? [clauseOf(tokensOf(chunk.text), lang, false)]
      : plainClauses(chunk.text, lang, begun);
    return clauses.filter((clause) => clause !== undefined).map((clause) => ({ chunk, clause }));
  });
  const telling = found.filter(({ chunk, clause }) => chunk.without || !isFunctionWord(chunk, clause));
  const kept = (telling.some(({ chunk }) => !chunk.without) ? telling : found).slice(0, mostClauses);
  const must = distinct(kept.filter(({ chunk }) => !chunk.without).map(({ clause }) => clause));
  const not = distinct(kept.filter(({ chunk }) => chunk.without).map(({ clause }) => clause));
  return { must, not, empty: must.length === 0 && not.length === 0 };
}

function isFunctionWord(chunk: Chunk, clause: Clause): boolean {
  return !chunk.quoted && 'surface' in clause && !clause.prefix && isStopWord(clause.surface);
}

function distinct(clauses: readonly Clause[]): readonly Clause[] {
  return [...new Map(clauses.map((clause) => [keyOf(clause), clause])).values()];
}

function keyOf(clause: Clause): string {
  if ('words' in clause) return clause.words.map(keyOf).join(' ');
  return clause.prefix ? `${clause.surface}*` : clause.surface;
}

interface QueryToken {
  readonly surface: string;
  readonly start: number;
  readonly end: number;
  readonly syllables: boolean;
}

function tokensOf(text: string): readonly QueryToken[] {
  const tokens: QueryToken[] = [];
  forEachToken(text, 'und', (surface, _term, start, end) => {
    tokens.push({ surface, start, end, syllables: kindAt(text, start) === kinds.syllable });
  });
  return tokens;
}

/** What may stand between the parts of one compound: a joining sign, and what was elided after it (Côte-d'Ivoire). */
const joint = /^[-‐‑–/.@_&](?:\p{L}{1,7}['’])?$/u;

/** Clauses of a piece without spaces: runs of Han cut into words, compounds as phrases, the rest word by word. */
function plainClauses(text: string, lang: string, begun: boolean): readonly (Clause | undefined)[] {
  const groups: QueryToken[][] = [];
  let before: QueryToken | undefined;
  for (const token of tokensOf(text)) {
    const touches = before?.syllables === true && token.start < before.end;
    const joined =
      before !== undefined &&
      !before.syllables &&
      !token.syllables &&
      joint.test(text.slice(before.end, token.start));
    if (touches || joined) groups.at(-1)?.push(token);
    else groups.push([token]);
    before = token;
  }
  return groups.flatMap((group, i) => {
    const [first] = group;
    const last = group.at(-1);
    if (first === undefined || last === undefined) return [];
    if (!first.syllables) return [clauseOf(group, lang, begun && i === groups.length - 1)];
    return hanWords(text.slice(first.start, last.end)).map((word) => clauseOf(tokensOf(word), lang, false));
  });
}

/**
 * The clause for tokens that follow each other. The single character that ends a run of Han stands for the end of that
 * run in a text: at the end of a query the text may go on, so it is left out, or matches by prefix when it is all there is.
 */
function clauseOf(tokens: readonly QueryToken[], lang: string, begun: boolean): Clause | undefined {
  const last = tokens.at(-1);
  const before = tokens.at(-2);
  if (last === undefined) return undefined;
  const endsRun = last.syllables && before !== undefined && last.start < before.end;
  const kept = endsRun ? tokens.slice(0, -1) : tokens;
  const words = kept.map((token, i) => {
    const isLast = i === kept.length - 1;
    return wordClause(token.surface, lang, isLast && !endsRun && (begun || token.syllables));
  });
  const [only] = words;
  return words.length === 1 ? only : { words };
}
