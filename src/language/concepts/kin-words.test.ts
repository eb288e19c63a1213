import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type InterfaceLanguage, interfaceLanguages } from '../../kernel/language-tag.ts';
import { charactersOf, isCharacter } from './content-terms.ts';
import { standInFor } from './kin-words.ts';
import type { TermTable } from './term-table.ts';

/** Tables that know only these stems. */
function tablesOf(stems: Partial<Record<InterfaceLanguage, readonly string[]>>) {
  return new Map(
    interfaceLanguages.map((language) => {
      const terms = [...(stems[language] ?? [])].sort((a, b) => (a < b ? -1 : 1));
      const table: TermTable = {
        language,
        terms,
        places: new Map(terms.map((term, place) => [term, place])),
        vectors: new Int8Array(),
        scales: new Float32Array(),
        lexiconStarts: new Uint32Array(),
        lexiconTerms: new Uint16Array(),
        lexiconThere: new Uint8Array(),
        lexiconBack: new Uint8Array(),
      };
      return [language, table] as const;
    }),
  );
}

const tables = tablesOf({
  en: ['biomass', 'governanc', 'water'],
  es: ['biomas', 'transmision'],
  pt: ['agu', 'governador'],
  ru: ['водоснабжен', 'обслуживан', 'село'],
  ar: ['برنامج', 'وطن', 'تدريب'],
  zh: ['供水', '水'],
});

/** The known word that stands for a stem, with its language; undefined where there is none. */
function wordFor(stem: string, language: InterfaceLanguage): string | undefined {
  const table = tables.get(language);
  const found = table && standInFor(tables, table, stem);
  return found && `${found.table.language} ${found.table.terms[found.place] ?? ''}`;
}

describe('a word that is not known', () => {
  it('counts as one that begins like it: other endings, longer by a part', () => {
    assert.equal(wordFor('водоснабжающ', 'ru'), 'ru водоснабжен');
    assert.equal(wordFor('обслужив', 'ru'), 'ru обслуживан');
  });

  it('is left alone where only a prefix or a short beginning is shared', () => {
    assert.equal(wordFor('водопад', 'ru'), undefined);
    assert.equal(wordFor('село-спутник-и-другие', 'ru'), undefined);
    assert.equal(wordFor('wat', 'en'), undefined);
  });

  it('is looked for in sister languages first, whole, and never in others', () => {
    assert.equal(wordFor('transmision', 'pt'), 'es transmision');
    assert.equal(wordFor('governanc', 'pt'), 'en governanc');
    assert.equal(wordFor('governanc', 'ru'), undefined);
  });

  it('counts as one of its own language that begins like it before one of a sister', () => {
    assert.equal(wordFor('governadora', 'pt'), 'pt governador');
    assert.equal(wordFor('transmisiones', 'pt'), 'es transmision');
  });

  it('in Arabic is known without what is glued before it; a word that only begins so stays whole', () => {
    assert.equal(wordFor('وبرنامج', 'ar'), 'ar برنامج');
    assert.equal(wordFor('لتدريب', 'ar'), 'ar تدريب');
    assert.equal(wordFor('وطن', 'ar'), 'ar وطن');
  });

  it('counts less than the word itself', () => {
    for (const [stem, language] of [
      ['водоснабжающ', 'ru'],
      ['biomass', 'pt'],
    ] as const) {
      const table = tables.get(language);
      assert.ok(table !== undefined && (standInFor(tables, table, stem)?.share ?? 1) < 1);
    }
    const english = tables.get('en');
    assert.equal(english && standInFor(tables, english, 'water')?.share, 1);
  });

  it('in Chinese is never one that only begins like it: its characters count instead', () => {
    assert.equal(wordFor('供电', 'zh'), undefined);
    assert.deepEqual(charactersOf(['供电', '水', 'gdp']), ['供']);
    assert.ok(isCharacter('水') && !isCharacter('供水') && !isCharacter('w'));
  });
});
