import { readFileSync } from 'node:fs';
import { interfaceLanguages } from '../../src/kernel/language-tag.ts';
import rows from '../../src/matching/data/field-words.json' with { type: 'json' };
import { type AlignedText, aligned } from './aligned-text.ts';

/** Our own glossary: subjects of cooperation for which official names in seven languages are not open. */
export function glossaryTerms(): readonly AlignedText[] {
  const text = readFileSync(new URL('glossary.tsv', import.meta.url), 'utf8');
  const [header = '', ...lines] = text.trimEnd().split('\n');
  const languages = header.split('\t');
  return lines.flatMap((line, at) => {
    const cells = line.split('\t');
    const texts = interfaceLanguages.map((lang) => [lang, cells[languages.indexOf(lang)]]);
    return aligned(`glossary/${at + 1}`, `glossary/${at + 1}`, Object.fromEntries(texts));
  });
}

/**
 * The first of the lists of words by which problems are read. The longer ones are not learnt from: so many rows of single
 * words draw vectors towards lists and away from what texts say (docs/decisions/0033).
 */
export function fieldTerms(): readonly AlignedText[] {
  return rows.flatMap((row, at) =>
    aligned(
      `glossary/field-${at + 1}`,
      `glossary/field-${at + 1}`,
      Object.fromEntries(interfaceLanguages.map((lang, column) => [lang, row[column]])),
    ).map((text) => ({ ...text, isList: true as const })),
  );
}
