import { stemWithoutGlued } from '../language/arabic-glued.ts';
import { fold } from '../language/fold.ts';
import { forEachToken } from '../language/tokens.ts';
import { saysSomething } from '../language/words-of-text.ts';
import { isSmallWord } from './small-words.ts';

/** A word of a text as phrases are looked for in it. */
export interface Unit {
  readonly unit: string;
  /** Of an Arabic word: as it is without what may be glued before it. */
  readonly bare?: string;
  readonly start: number;
  readonly end: number;
  /** Whether nothing but spaces and small words stands between it and the one before. */
  readonly joined: boolean;
}

/** Words of a text that say something; of Chinese each letter. */
export function unitsOf(text: string, lang: string): readonly Unit[] {
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
