import type { LangText } from '../kernel/lang-text.ts';
import { type LanguageTag, unknownLanguage } from '../kernel/language-tag.ts';
import type { Classified } from '../language/suggest/open-classifier.ts';
import type { Register } from '../registers/register.ts';
import type { CodeList } from '../vocabulary/code-list.ts';
import { sdgs } from '../vocabulary/sdg.ts';
import { sectors } from '../vocabulary/sectors.ts';
import { check } from './check.ts';
import type { House } from './house.ts';

/** A code that may fit, with the narrower code that the text is nearest to. */
export interface SuggestedCode {
  readonly code: string;
  /** Calibrated: of texts with 0.3, about three in ten were given the code by people. */
  readonly probability: number;
  /** Whether the verdict would be yes. */
  readonly fits: boolean;
  /** A target of the goal, a purpose code of the sector. */
  readonly narrower?: string;
  /** Words of the text that speak for it, strongest first. */
  readonly words: readonly string[];
}

export interface Suggested {
  /** As which language the text was read; absent for one that is not known here. */
  readonly language?: LanguageTag;
  /** False when too little of the text is known to suggest anything. */
  readonly sure: boolean;
  /** At most three, likeliest first. */
  readonly codes: readonly SuggestedCode[];
}

/** Lists of which codes can be suggested, by the name of the list. */
export const suggestible = { sdg: sdgs, sector: sectors } as const;
export type Suggestible = keyof typeof suggestible;

/** Whether codes of the list can be suggested. */
export function isSuggestible(list: string): list is Suggestible {
  return Object.hasOwn(suggestible, list);
}

/**
 * Codes that may fit a text. Nothing is filled in: a person takes a suggestion or leaves it. None where the house has no
 * weights. Reads the first 40,000 characters.
 */
export function suggest(
  { suggesters }: Pick<House, 'suggesters'>,
  list: Suggestible,
  { text, language }: { readonly text: string; readonly language: LanguageTag },
): Suggested {
  if (suggesters === undefined) return { sure: false, codes: [] };
  const { goals, sectors: categories } = suggesters();
  const classified = (list === 'sdg' ? goals : categories).classify(text, language);
  const { language: read, isSure } = classified;
  return {
    ...(read === undefined ? {} : { language: read }),
    sure: isSure,
    codes: codesOf(classified, suggestible[list]),
  };
}

function codesOf({ suggestions }: Classified, list: CodeList): readonly SuggestedCode[] {
  return suggestions
    .filter(({ label }) => list.entries.has(label))
    .map(({ label, probability, fits, nearest, words }) => {
      const entry = list.entries.get(nearest?.code ?? '');
      const isOfIt = entry !== undefined && entry.parent === label && entry.validTo === undefined;
      // What hardly fits is not made narrower.
      const isNarrower = isOfIt && fits;
      return { code: label, probability, fits, words, ...(isNarrower ? { narrower: entry.code } : {}) };
    });
}

/**
 * What a record says in prose, for suggestions from it: its texts in the language of the title, else in their own.
 * Values may be as typed; what does not hold is left out.
 */
export function proseOf(
  register: Register,
  values: Readonly<Record<string, unknown>>,
): { readonly text: string; readonly language: LanguageTag } {
  const { values: held } = check(register, values);
  const title = textsIn(held[register.title]);
  const language = title?.original ?? unknownLanguage;
  const parts = Object.entries(register.fields).flatMap(([name, { control, seenBy }]) => {
    const isProse = control.shape === 'line' || control.shape === 'prose';
    const said = isProse && seenBy === 'everybody' ? textsIn(held[name]) : undefined;
    return said === undefined ? [] : (said.texts[language] ?? said.texts[said.original] ?? []);
  });
  return { text: parts.join('\n'), language };
}

function textsIn(value: unknown): LangText | undefined {
  const isText = typeof value === 'object' && value !== null && 'original' in value && 'texts' in value;
  // A text passed its schema; nothing else has both members.
  return isText ? (value as LangText) : undefined;
}
