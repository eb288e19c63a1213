import { interfaceLanguages, type LanguageTag, unknownLanguage } from '../../kernel/language-tag.ts';
import { languageName, languages } from '../../vocabulary/languages.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Option, optionsOf } from './options.ts';

/** What a language is called, `not known` where nobody said which it is. */
export function languageLabel(t: Translate, tag: LanguageTag): string {
  return tag === unknownLanguage ? t('common.unknown') : languageName(tag, t.lang);
}

/** Languages to choose from: the seven of the interface first, then others that stand here already, then `unknown`. */
export function nearLanguages(t: Translate, present: readonly LanguageTag[]): readonly Option[] {
  const first: readonly LanguageTag[] = [...interfaceLanguages, ...present, unknownLanguage];
  return [...new Set(first)].map((code) => ({ code, label: languageLabel(t, code) }));
}

/** These, then all languages by name. */
export function allLanguages(t: Translate, present: readonly LanguageTag[]): readonly Option[] {
  const near = nearLanguages(t, present);
  const codes = new Set(near.map(({ code }) => code));
  return [...near, ...optionsOf(languages, t).filter(({ code }) => !codes.has(code))];
}
