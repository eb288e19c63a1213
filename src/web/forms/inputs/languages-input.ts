import {
  type InterfaceLanguage,
  interfaceLanguages,
  type LanguageTag,
  unknownLanguage,
} from '../../../kernel/language-tag.ts';
import { languageName, languages } from '../../../vocabulary/languages.ts';
import { type Option, optionsOf } from '../options.ts';

/** Languages to choose from: the seven of the interface first, then others that stand here already, then `unknown`. */
export function nearLanguages(lang: InterfaceLanguage, present: readonly LanguageTag[]): readonly Option[] {
  const first: readonly LanguageTag[] = [...interfaceLanguages, ...present, unknownLanguage];
  return [...new Set(first)].map((code) => ({ code, label: languageName(code, lang) }));
}

/** These, then all languages by name. */
export function allLanguages(lang: InterfaceLanguage, present: readonly LanguageTag[]): readonly Option[] {
  const near = nearLanguages(lang, present);
  const codes = new Set(near.map(({ code }) => code));
  return [...near, ...optionsOf(languages, lang).filter(({ code }) => !codes.has(code))];
}
