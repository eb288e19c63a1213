import type { InterfaceLanguage } from '../../kernel/language-tag.ts';

const locales: Partial<Record<InterfaceLanguage, string>> = {
  // Digits 0-9 in Arabic: they survive a spreadsheet. This one constant would switch to Arabic-Indic ones.
  ar: 'ar-u-nu-latn',
  // As the United Nations write English: 12 September 2026.
  en: 'en-GB',
  zh: 'zh-Hans',
};

/** The locale by whose rules `Intl` writes numbers, dates and plurals of an interface language. */
export function localeOf(lang: InterfaceLanguage): string {
  return locales[lang] ?? lang;
}
