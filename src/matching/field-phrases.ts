import { interfaceLanguages } from '../kernel/language-tag.ts';
import { fold } from '../language/fold.ts';
import { type Unit, unitsOf } from './phrase-units.ts';
import { nameOf, phraseRows, type Row, sayings, waysOf } from './phrase-ways.ts';
import type { Way } from './ways.ts';

/** A phrase that stands in a text. */
export interface FoundPhrase {
  /** As it stands there. */
  readonly shown: string;
  /** How records may say it, in the language of the text first. */
  readonly ways: readonly Way[];
  /** What it is called where things are related (`related.ts`): several where two rows say the same. */
  readonly names: readonly string[];
}

interface Known {
  /** Stems of its words that say something; of Chinese its characters. */
  readonly units: readonly string[];
  readonly row: Row;
}

type Beginnings = ReadonlyMap<string, readonly Known[]>;

/** By language, each read when the first text in it comes. */
const known = new Map<string, Beginnings>();

/** The longest known phrases of a text in one of the seven languages, each once, in their order. */
export function phrasesIn(text: string, lang: string): readonly FoundPhrase[] {
  const column = (interfaceLanguages as readonly string[]).indexOf(lang);
  if (column < 0) return [];
  const beginnings = known.get(lang) ?? phrasesByBeginning(phraseRows, lang, column);
  known.set(lang, beginnings);
  const units = unitsOf(text, lang);
  const found = new Map<string, FoundPhrase>();
  for (let at = 0; at < units.length; ) {
    const here = longestAt(beginnings, units, at, lang);
    const last = units[at + (here[0]?.units.length ?? 0) - 1];
    const first = units[at];
    if (first !== undefined && last !== undefined && here.length > 0) {
      const shown = text.slice(first.start, last.end);
      if (!found.has(fold(shown)))
        found.set(fold(shown), {
          shown,
          ways: waysOf(
            here.map(({ row }) => row),
            lang,
          ),
          names: here.map(({ row }) => nameOf(row)),
        });
    }
    at += here[0]?.units.length ?? 1;
  }
  return [...found.values()];
}

/** The phrases that begin at a place, of these the longest: several where two rows say the same. */
function longestAt(
  beginnings: Beginnings,
  units: readonly Unit[],
  at: number,
  lang: string,
): readonly Known[] {
  const { unit = '', bare = unit } = units[at] ?? {};
  const begun = [...(beginnings.get(unit) ?? []), ...(bare === unit ? [] : (beginnings.get(bare) ?? []))];
  const here = begun.filter((phrase) =>
    phrase.units.every((one, place) => stands(one, units, at, place, lang)),
  );
  const longest = Math.max(0, ...here.map((phrase) => phrase.units.length));
  return here.filter((phrase) => phrase.units.length === longest);
}

/** Whether a word of a phrase stands in its place after the one before it. */
function stands(word: string, units: readonly Unit[], at: number, place: number, lang: string): boolean {
  const here = units[at + place];
  if (here === undefined || (here.unit !== word && here.bare !== word)) return false;
  return place === 0 || (here.joined && (lang !== 'zh' || touches(units, at + place)));
}

function touches(units: readonly Unit[], at: number): boolean {
  return units[at - 1]?.end === units[at]?.start;
}

/** The things that are said in this one word (overgrazing, leprosy). */
export function thingsInOneWord(stem: string, lang: string): readonly Row[] {
  const column = (interfaceLanguages as readonly string[]).indexOf(lang);
  if (column < 0) return [];
  const rows = oneWord.get(lang) ?? rowsByOneWord(lang, column);
  oneWord.set(lang, rows);
  return rows.get(stem) ?? [];
}

/** By language and stem, each language read when the first text in it comes. */
const oneWord = new Map<string, ReadonlyMap<string, readonly Row[]>>();

function rowsByOneWord(lang: string, column: number): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of phraseRows) {
    for (const text of sayings(row, column)) {
      const [first, ...others] = unitsOf(text, lang).map(({ unit }) => unit);
      if (first !== undefined && others.length === 0) found.set(first, [...(found.get(first) ?? []), row]);
    }
  }
  return found;
}

function phrasesByBeginning(rows: readonly Row[], lang: string, column: number): Beginnings {
  const found = new Map<string, Known[]>();
  for (const row of rows) {
    for (const text of sayings(row, column)) {
      const units = unitsOf(text, lang).map(({ unit }) => unit);
      const [first] = units;
      // What is left of a phrase in one word is that word.
      if (first === undefined || units.length < 2) continue;
      const there = found.get(first);
      if (there === undefined) found.set(first, [{ units, row }]);
      else there.push({ units, row });
    }
  }
  return found;
}
