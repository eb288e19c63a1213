import type { InterfaceLanguage } from '../../kernel/language-tag.ts';
import type { TermTable, TermTables } from './term-table.ts';

/** A known word that stands for a word of a text. */
export interface StandIn {
  readonly table: TermTable;
  readonly place: number;
  /** 1 for the word itself; less for one that only looks like it. */
  readonly share: number;
}

/** What a word counts that only begins like the one of the text, and the same word of a sister language. */
const kinShare = 0.7;
const sisterShare = 0.8;
/** Letters that two kin begin with together; Arabic words are short. Chinese words are no strings of letters. */
const fewestShared: Readonly<Partial<Record<InterfaceLanguage, number>>> = {
  en: 6,
  fr: 6,
  es: 6,
  pt: 6,
  ru: 6,
  ar: 4,
};
/** Share of the longer of the two words that they must begin with together. */
const leastShared = 0.6;
/** Languages whose words often are the same but for their endings, the nearest first. */
const sisters: Readonly<Partial<Record<InterfaceLanguage, readonly InterfaceLanguage[]>>> = {
  pt: ['es', 'fr', 'en'],
  es: ['pt', 'fr', 'en'],
  fr: ['en', 'es', 'pt'],
  en: ['fr'],
};

/**
 * The known word for a stem: itself; else the same of a sister language (biomassa, biomasa); else one that begins like
 * it, in its own language (Arabic also without a conjunction or preposition glued before it) or a sister. How much each
 * counts was chosen on texts for development.
 */
export function standInFor(tables: TermTables, table: TermTable, stem: string): StandIn | undefined {
  const place = table.places.get(stem);
  if (place !== undefined) return { table, place, share: 1 };
  const near = (sisters[table.language] ?? []).flatMap((language) => tables.get(language) ?? []);
  for (const sister of near) {
    const same = sister.places.get(stem);
    if (same !== undefined) return { table: sister, place: same, share: sisterShare };
  }
  for (const one of [table, ...near]) {
    const kin = kinOf(one, stem);
    if (kin !== undefined) return { table: one, place: kin, share: kinShare };
  }
  return undefined;
}

/** And, so, with, like, for: written together with the word that follows. */
const glued = /^[وفبكل](?=...)/;

function kinOf(table: TermTable, stem: string): number | undefined {
  const rest = table.language === 'ar' ? stem.replace(glued, '') : stem;
  const place = rest === stem ? undefined : (table.places.get(rest) ?? beginningLike(table, rest));
  return place ?? beginningLike(table, stem);
}

/** Words of a table are in order: those that begin most like a word stand beside the place where it would stand. */
function beginningLike({ terms, language }: TermTable, stem: string): number | undefined {
  const fewest = fewestShared[language];
  if (fewest === undefined || stem.length < fewest) return undefined;
  const next = placeIn(terms, stem);
  let best: { readonly place: number; readonly shared: number; readonly length: number } | undefined;
  for (const place of [next - 2, next - 1, next, next + 1]) {
    const other = terms[place];
    if (other === undefined) continue;
    const shared = sharedBeginning(stem, other);
    const length = Math.max(stem.length, other.length);
    if (shared < fewest || shared < leastShared * length) continue;
    const isBetter = shared > (best?.shared ?? 0) || (shared === best?.shared && length < best.length);
    if (isBetter) best = { place, shared, length };
  }
  return best?.place;
}

/** Where a word would stand among words in order. */
function placeIn(terms: readonly string[], word: string): number {
  let [from, to] = [0, terms.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((terms[middle] ?? '') < word) from = middle + 1;
    else to = middle;
  }
  return from;
}

function sharedBeginning(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}
