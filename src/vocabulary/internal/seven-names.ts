import { interfaceLanguages } from '../../kernel/language-tag.ts';
import type { CodeEntry } from '../code-list.ts';

/** Names in the order of the interface languages: en, fr, es, ar, ru, zh, pt. */
export type SevenNames = readonly [
  en: string,
  fr: string,
  es: string,
  ar: string,
  ru: string,
  zh: string,
  pt: string,
];

/** A table from code to seven names as entries of a list; `more` adds parents, dates and notes by code. */
export function sevenNames(
  table: Readonly<Record<string, SevenNames>>,
  more: Readonly<Record<string, Omit<CodeEntry, 'code' | 'names'>>> = {},
): readonly CodeEntry[] {
  return Object.entries(table).map(([code, names]) => ({
    code,
    names: Object.fromEntries(interfaceLanguages.map((lang, at) => [lang, names[at] ?? ''])),
    ...more[code],
  }));
}
