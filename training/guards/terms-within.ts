import { interfaceLanguages } from '../../src/kernel/language-tag.ts';
import { contentTerms } from '../../src/language/concepts/content-terms.ts';
import type { AlignedText } from '../aligned/aligned-text.ts';

/**
 * The terms that stand in none of the texts kept aside, in no language: a term that does may have been written down
 * because the text has it. Words count as the same when their stems are. Of a list of words for one thing, one that stands
 * there is enough.
 */
export function withoutTermsWithin(
  terms: readonly AlignedText[],
  aside: readonly AlignedText[],
): readonly AlignedText[] {
  const said = new Map(
    interfaceLanguages.map((lang) => [
      lang,
      aside.map(({ texts }) => stems(texts[lang] ?? '', lang)).join('|'),
    ]),
  );
  return terms.filter(({ texts, isList }) =>
    interfaceLanguages.every((lang) => {
      const text = texts[lang] ?? '';
      return (isList === true ? text.split(' ') : [text])
        .map((one) => stems(one, lang))
        .every((term) => term.trim() === '' || said.get(lang)?.includes(term) !== true);
    }),
  );
}

/** Stems in a row between spaces, so that one is found only whole. */
function stems(text: string, lang: string): string {
  return ` ${contentTerms(text, lang)
    .map(({ term }) => term)
    .join(' ')} `;
}
