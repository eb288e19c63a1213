import { interfaceLanguages, unknownLanguage } from '../../kernel/language-tag.ts';
import type { FacetCount, IndexDocument } from '../../operations/ports.ts';

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

/**
 * How many of some documents have texts in each of the seven languages, those that any has. Where nobody said the
 * language it is none; a record in all seven and an eighth cannot be told from such a one.
 */
export function countWritten(docs: Int32Array, bitsOf: (doc: number) => number): readonly FacetCount[] {
  const counts = new Map<string, number>();
  for (const doc of docs) {
    const bits = bitsOf(doc);
    if (bits === every) continue;
    for (const [lang, bit] of bitOf) if (bits & bit) counts.set(lang, (counts.get(lang) ?? 0) + 1);
  }
  return interfaceLanguages.flatMap((value) => {
    const count = counts.get(value);
    return count === undefined ? [] : [{ value, count }];
  });
}

/** Whether a record with these bits is known to have texts in one of some languages. */
export function isWritten(bits: number, langs: readonly string[]): boolean {
  return bits !== every && langs.some((lang) => bits & languageBit(lang));
}

/** Which bit tells that a record has texts in `lang`; every bit where none is asked for. */
export function languageBit(lang: string | undefined): number {
  return lang === undefined ? every : (bitOf.get(lang) ?? other);
}
