import { interfaceLanguages } from '../kernel/language-tag.ts';
import { stemWithoutGlued } from '../language/arabic-glued.ts';
import { fold } from '../language/fold.ts';
import { forEachToken } from '../language/tokens.ts';
import { saysSomething } from '../language/words-of-text.ts';
import { phraseLists } from './data/phrase-lists.ts';
import { isSmallWord } from './small-words.ts';
import { translatedTo, type Way } from './ways.ts';
import { apartShare, translatedShare } from './weights.ts';

/**
 * Phrases of the field whose words alone mislead (health insurance, cold chain, civil registration), in the seven languages:
 * one row a thing, its cells in the order of `interfaceLanguages`, ways to say it apart by ` | `. Our own lists.
 */
type Row = readonly string[];

/** A phrase that stands in a text. */
export interface FoundPhrase {
  /** As it stands there. */
  readonly shown: string;
  /** How records may say it, in the language of the text first. */
  readonly ways: readonly Way[];
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
  const beginnings = known.get(lang) ?? phrasesByBeginning(Object.values(phraseLists).flat(), lang, column);
  known.set(lang, beginnings);
  const units = unitsOf(text, lang);
  const found = new Map<string, FoundPhrase>();
  for (let at = 0; at < units.length; ) {
    const here = longestAt(beginnings, units, at, lang);
    const last = units[at + (here[0]?.units.length ?? 0) - 1];
    const first = units[at];
    if (first !== undefined && last !== undefined && here.length > 0) {
      const shown = text.slice(first.start, last.end);
      if (!found.has(fold(shown))) found.set(fold(shown), { shown, ways: waysOf(here, lang) });
    }
    at += here[0]?.units.length ?? 1;
  }
  return [...found.values()];
}

interface Unit {
  readonly unit: string;
  /** Of an Arabic word: as it is without what may be glued before it. */
  readonly bare?: string;
  readonly start: number;
  readonly end: number;
  /** Whether nothing but spaces and small words stands between it and the one before. */
  readonly joined: boolean;
}

/** Words of a text that say something; of Chinese each letter. */
function unitsOf(text: string, lang: string): readonly Unit[] {
  const units: Unit[] = [];
  const note = (unit: string, start: number, end: number, bare?: string): void => {
    const before = units.at(-1)?.end ?? 0;
    units.push({
      unit,
      ...(bare !== undefined && { bare }),
      start,
      end,
      joined: !/[^\p{L}\p{M}\p{N}\s'’ʼ-]/u.test(text.slice(before, start)),
    });
  };
  if (lang === 'zh') {
    for (const { 0: character, index } of text.matchAll(/[\p{L}\p{N}]/gu))
      note(fold(character), index, index + character.length);
    return units;
  }
  forEachToken(text, lang, (surface, stem, start, end) => {
    if (saysSomething(surface, lang) && !isSmallWord(surface, lang))
      note(stem, start, end, lang === 'ar' ? stemWithoutGlued(surface) : undefined);
  });
  return units;
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

function sayings(row: Row, column: number): readonly string[] {
  return (row[column] ?? '').split(' | ').filter((text) => text !== '');
}

/** In the language of the text first. */
function waysOf(phrases: readonly Known[], from: string): readonly Way[] {
  const ways = interfaceLanguages
    .toSorted((a, b) => Number(b === from) - Number(a === from))
    .flatMap((lang) => {
      const here =
        lang === from
          ? { weight: 1, lang, elsewhere: 0 }
          : { weight: translatedShare, ...translatedTo(lang) };
      const column = interfaceLanguages.indexOf(lang);
      return phrases.flatMap(({ row }) =>
        sayings(row, column).flatMap((text): readonly Way[] => {
          const [first, ...next] = tokensOf(text, lang);
          if (first === undefined) return [];
          const whole = { terms: [first], ...(next.length > 0 && { next }), ...here };
          return [whole, ...apart(text, lang, here)];
        }),
      );
    });
  return [
    ...new Map(ways.map((way) => [`${way.lang} ${way.terms} ${way.next} ${way.beside}`, way])).values(),
  ];
}

/** Its words anywhere in a record. Not of Chinese, whose pairs of characters say little apart. */
function apart(text: string, lang: string, here: Omit<Way, 'terms'>): readonly Way[] {
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
