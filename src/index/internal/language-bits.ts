import { interfaceLanguages, unknownLanguage } from '../../kernel/language-tag.ts';
import type { IndexDocument } from '../../operations/ports.ts';

const bitOf: ReadonlyMap<string, number> = new Map(interfaceLanguages.map((lang, at) => [lang, 1 << at]));
/** Of any language but the seven. */
const other = 1 << interfaceLanguages.length;
const every = 2 * other - 1;

/** In which languages a record has texts, a bit for each of the seven and one for all others; every bit where nobody said. */
export function languageBits({
  title,
  summary,
  body,
}: Pick<IndexDocument, 'title' | 'summary' | 'body'>): number {
  let bits = 0;
  for (const texts of [title, summary, body]) {
    for (const { lang } of texts) if (lang !== unknownLanguage) bits |= bitOf.get(lang) ?? other;
  }
  return bits === 0 ? every : bits;
}

/** Which bit tells that a record has texts in `lang`; every bit where none is asked for. */
export function languageBit(lang: string | undefined): number {
  return lang === undefined ? every : (bitOf.get(lang) ?? other);
}
