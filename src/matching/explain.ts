import { unknownLanguage } from '../kernel/language-tag.ts';
import { forEachToken } from '../language/tokens.ts';
import { wordsOfText } from '../language/words-of-text.ts';
import type { Digest } from '../registers/digest.ts';
import type { Problem } from './problem.ts';
import type { Ranked } from './rank.ts';
import type { Relation } from './related.ts';
import type { Way } from './ways.ts';
import { oldYears, type Trait } from './weights.ts';

type Text = Digest['title'][number];

/** A word of the problem as a record says it. */
export interface FoundWord {
  /** As it stands in the problem. */
  readonly asked: string;
  /** As it stands in the record. */
  readonly found: string;
  /** Language of that text of the record. */
  readonly lang: string;
  /** Whether a dictionary led to it. */
  readonly translated: boolean;
}

/** Something that a record says which answers what was asked, or is near to it. */
export interface FoundRelated {
  /** What of the problem led to it, as it stands there. */
  readonly asked: string;
  readonly relation: Relation;
  /** As it stands in the record. */
  readonly found: string;
  /** Language of that text of the record. */
  readonly lang: string;
}

/** What does not fit. */
export type Misfit =
  | { readonly kind: 'words'; readonly missing: readonly string[] }
  | { readonly kind: 'country'; readonly trait: Trait; readonly values: readonly string[] }
  | { readonly kind: 'language'; readonly langs: readonly string[] }
  | { readonly kind: 'unused' }
  | { readonly kind: 'old'; readonly year: number }
  | { readonly kind: 'observed' }
  | { readonly kind: 'disputed' };

export interface Explained {
  readonly words: readonly FoundWord[];
  readonly related: readonly FoundRelated[];
  readonly misfits: readonly Misfit[];
  /** Stems and words to mark in the texts of the record. */
  readonly terms: ReadonlySet<string>;
}

/** Words told as missing; more say nothing. */
const mostMissing = 5;

/** Why a record stands where it stands, as a clerk can check it against the record, and what does not fit. */
export function explain(
  problem: Problem,
  ranked: Ranked,
  { spoken, year }: { readonly spoken: readonly string[]; readonly year: number },
): Explained {
  const { digest } = ranked.candidate;
  const texts = [...digest.title, ...digest.summary, ...digest.body];
  const words = [...foundIn(texts, problem.words)].map(
    ([{ shown }, one]): FoundWord => ({ asked: shown, ...one }),
  );
  const related = [...foundIn(texts, problem.related)].map(
    ([{ asked, relation }, { found, lang }]): FoundRelated => ({ asked, relation, found, lang }),
  );
  const misfits = misfitsOf(problem, ranked, { words, texts, spoken, year });
  return { words, related, misfits, terms: termsToMark(problem, [...words, ...related]) };
}

/** What is looked for, and how a record may say it. */
interface Sought {
  readonly ways: readonly Way[];
}

/** Each thing that is sought once, in the order of these, as it first stands in the record. */
function foundIn<One extends Sought>(
  texts: readonly Text[],
  sought: readonly One[],
): ReadonlyMap<One, Omit<FoundWord, 'asked'>> {
  const byTerm = waysByTerm(sought);
  const found = new Map<One, Omit<FoundWord, 'asked'>>();
  for (const { lang, text } of texts) {
    const tokens: { readonly term: string; readonly start: number; readonly end: number }[] = [];
    forEachToken(text, lang, (_surface, term, start, end) => {
      tokens.push({ term, start, end });
    });
    for (const [at, { term, start }] of tokens.entries()) {
      for (const { one, way } of byTerm.get(term) ?? []) {
        const { next = [], elsewhere, translated = false } = way;
        if (elsewhere === 0 && lang !== way.lang && lang !== unknownLanguage) continue;
        if (!next.every((stem, place) => tokens[at + place + 1]?.term === stem)) continue;
        const known = found.get(one);
        if (known !== undefined && (!known.translated || translated)) continue;
        const end = tokens[at + next.length]?.end ?? start;
        found.set(one, { found: text.slice(start, end), lang, translated });
      }
    }
  }
  return new Map(
    sought.flatMap((one) => {
      const there = found.get(one);
      return there === undefined ? [] : [[one, there] as const];
    }),
  );
}

/** What is sought by the stems with which a record may begin to say it. */
function waysByTerm<One extends Sought>(
  sought: readonly One[],
): ReadonlyMap<string, readonly { readonly one: One; readonly way: Way }[]> {
  const byTerm = new Map<string, { readonly one: One; readonly way: Way }[]>();
  for (const one of sought) {
    // Words of a phrase that stand apart are told one by one.
    for (const way of one.ways.filter(({ beside }) => beside === undefined)) {
      for (const term of way.terms) {
        const own = byTerm.get(term) ?? [];
        own.push({ one, way });
        byTerm.set(term, own);
      }
    }
  }
  return byTerm;
}

/** Stems to mark: of single words any way to say them, of phrases the words of those that stand there. */
function termsToMark(
  { words }: Problem,
  found: readonly Pick<FoundWord, 'found' | 'lang'>[],
): ReadonlySet<string> {
  const single = words.flatMap(({ ways }) =>
    ways.flatMap(({ terms, next, beside }) => (next === undefined && beside === undefined ? terms : [])),
  );
  const phrases = found.flatMap((one) => wordsOfText(one.found, one.lang).map(({ stem }) => stem));
  return new Set([...single, ...phrases]);
}

interface Told {
  readonly words: readonly FoundWord[];
  readonly texts: readonly Text[];
  /** Languages that those who ask read. */
  readonly spoken: readonly string[];
  readonly year: number;
}

function misfitsOf(problem: Problem, { likeness, tried, candidate }: Ranked, told: Told): readonly Misfit[] {
  const misfits: Misfit[] = [];
  const said = new Set(told.words.map(({ asked }) => asked));
  const unsaid = problem.words.map(({ shown }) => shown).filter((shown) => !said.has(shown));
  // A phrase that is missing is told whole, without its words beside it.
  const missing = unsaid.filter((shown) => !unsaid.some((other) => other !== shown && other.includes(shown)));
  if (missing.length > 0) misfits.push({ kind: 'words', missing: missing.slice(0, mostMissing) });
  for (const { trait, values } of likeness?.different ?? []) misfits.push({ kind: 'country', trait, values });
  const langs = [...new Set(told.texts.map(({ lang }) => lang).filter((lang) => lang !== 'und'))];
  if (told.spoken.length > 0 && langs.length > 0 && !langs.some((lang) => told.spoken.includes(lang)))
    misfits.push({ kind: 'language', langs });
  if (candidate.register === 'practice' && tried.uses.length === 0) misfits.push({ kind: 'unused' });
  if (tried.lastYear !== undefined && told.year - tried.lastYear > oldYears)
    misfits.push({ kind: 'old', year: tried.lastYear });
  if (tried.confirmation === 'observed' || tried.confirmation === 'disputed')
    misfits.push({ kind: tried.confirmation });
  return misfits;
}
