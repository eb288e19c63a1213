import { type LangText, langText } from '../kernel/lang-text.ts';
import { type InterfaceLanguage, interfaceLanguages } from '../kernel/language-tag.ts';
import { type MessageKey, translator } from './messages.ts';

/** Words of ours that become data, such as the name of a post that the house opens by itself: `original` as if written first. */
export function inAllLanguages(key: MessageKey, original: InterfaceLanguage): LangText {
  const texts = interfaceLanguages.map((lang) => [lang, translator(lang)(key)]);
  return langText(original, translator(original)(key), Object.fromEntries(texts));
}
