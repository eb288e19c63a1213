import { interfaceLanguages } from '../kernel/language-tag.ts';
import { forEachToken } from '../language/tokens.ts';
import { phraseLists } from './data/phrase-lists.ts';
import { unitsOf } from './phrase-units.ts';
import { listedIn, type Way } from './ways.ts';
import { apartShare } from './weights.ts';

/**
 * Phrases of the field whose words alone mislead (health insurance, cold chain, civil registration), in the seven languages:
 * one row a thing, its cells in the order of `interfaceLanguages`, ways to say it apart by ` | `. Our own lists.
 */
export type Row = readonly string[];

/** Every row of our lists. */
export const phraseRows: readonly Row[] = Object.values(phraseLists).flat();

/** The ways to say a thing in the language of a column. */
export function sayings(row: Row, column: number): readonly string[] {
  return (row[column] ?? '').split(' | ').filter((text) => text !== '');
}

/** The things that are called so where things are related. */
export function phrasesNamed(name: string): readonly Row[] {
  byName ??= Map.groupBy(phraseRows, nameOf);
  return byName.get(name) ?? [];
}

let byName: ReadonlyMap<string, readonly Row[]> | undefined;

/** What a thing is called where things are related: its first English words. */
export function nameOf(row: Row): string {
  return sayings(row, 0)[0] ?? '';
}

/** How records may say a thing, in the language of the text first: its words one after the other, or apart. */
export function waysOf(rows: readonly Row[], from: string): readonly Way[] {
  const ways = waysToSay(rows, from, (text, lang, here) => [
    ...whole(text, lang, here),
    ...apart(text, lang, here),
  ]);
  return [
    ...new Map(ways.map((way) => [`${way.lang} ${way.terms} ${way.next} ${way.beside}`, way])).values(),
  ];
}

/** Ways to say a thing in one language that are looked for where it is only related: the first of its row. */
const mostRelatedWays = 3;

/** How records may say a thing, its words one after the other, in the first ways of each language. */
export function wholeWays(rows: readonly Row[], from: string): readonly Way[] {
  const first = rows.map((row) =>
    row.map((_, column) => sayings(row, column).slice(0, mostRelatedWays).join(' | ')),
  );
  return waysToSay(first, from, whole);
}

type Saying = Omit<Way, 'terms'>;

function waysToSay(
  rows: readonly Row[],
  from: string,
  say: (text: string, lang: string, here: Saying) => readonly Way[],
): readonly Way[] {
  return interfaceLanguages
    .toSorted((a, b) => Number(b === from) - Number(a === from))
    .flatMap((lang) => {
      const here = listedIn(lang, from);
      const column = interfaceLanguages.indexOf(lang);
      return rows.flatMap((row) => sayings(row, column).flatMap((text) => say(text, lang, here)));
    });
}

function whole(text: string, lang: string, here: Saying): readonly Way[] {
  const [first, ...next] = tokensOf(text, lang);
  return first === undefined ? [] : [{ terms: [first], ...(next.length > 0 && { next }), ...here }];
}

/** Its words anywhere in a record. Not of Chinese, whose pairs of characters say little apart. */
function apart(text: string, lang: string, here: Saying): readonly Way[] {
  const [first, ...beside] = lang === 'zh' ? [] : unitsOf(text, lang).map(({ unit }) => unit);
  if (first === undefined || beside.length === 0) return [];
  return [{ ...here, terms: [first], beside, weight: apartShare * here.weight }];
}

/** As records hold it, function words and all; the last character of a Chinese phrase is one pair with what follows it. */
function tokensOf(text: string, lang: string): readonly string[] {
  const stems: string[] = [];
  forEachToken(text, lang, (_surface, stem) => {
    stems.push(stem);
  });
  return lang === 'zh' && stems.length > 1 ? stems.slice(0, -1) : stems;
}
