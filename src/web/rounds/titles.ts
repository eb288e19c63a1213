import { type LangText, langText } from '../../kernel/lang-text.ts';
import { type InterfaceLanguage, interfaceLanguages } from '../../kernel/language-tag.ts';
import { countryName } from '../../vocabulary/countries.ts';
import { translator } from '../../wording/messages.ts';

/** The title of a country's report on a measure: made by us, so that it stands in all languages. */
export function reportTitle(original: InterfaceLanguage) {
  return (number: string, country: string): LangText =>
    inEach(original, (lang) =>
      translator(lang)('answer.reportTitle', { number, country: countryName(country, lang) }),
    );
}

/** The title of a decision of a review on a measure. */
export function decisionTitle(original: InterfaceLanguage, number: string): LangText {
  return inEach(original, (lang) => translator(lang)('decide.recordTitle', { number }));
}

function inEach(original: InterfaceLanguage, word: (lang: InterfaceLanguage) => string): LangText {
  const texts = interfaceLanguages.map((lang) => [lang, word(lang)]);
  return langText(original, word(original), Object.fromEntries(texts));
}
