import { Fault } from '../../kernel/fault.ts';
import { type InterfaceLanguage, interfaceLanguages } from '../../kernel/language-tag.ts';
import { chainVersion } from '../chain-version.ts';
import { openSections, packSections, type Section } from '../weights/sections.ts';

/** What is known of the words of one language. */
export interface LanguageWeights {
  /** Stems, in the order of their numbers. */
  readonly terms: readonly string[];
  /** `dimensions` numbers for each term: the direction of its vector, 127 being its largest part. */
  readonly vectors: Int8Array;
  /** For each term, by what its numbers are multiplied: rarity and length in one. */
  readonly scales: Float32Array;
  /**
   * Counterparts in English: those of term `i` stand at `lexiconStarts[i]` … `lexiconStarts[i + 1]`, best first.
   * Empty for English itself.
   */
  readonly lexiconStarts: Uint32Array;
  readonly lexiconTerms: Uint16Array;
  /** Probability of the counterpart given the term, and of the term given the counterpart; 255 is certain. */
  readonly lexiconThere: Uint8Array;
  readonly lexiconBack: Uint8Array;
}

export interface ConceptWeights {
  readonly dimensions: number;
  readonly languages: ReadonlyMap<InterfaceLanguage, LanguageWeights>;
}

/** @returns the bytes of a file of concepts; the same weights give the same bytes. */
export function packConcepts({ dimensions, languages }: ConceptWeights): Uint8Array {
  const sections: Record<string, Section> = {
    about: Uint32Array.of(dimensions, chainVersion),
    languages: [...languages.keys()],
  };
  for (const [lang, weights] of languages) {
    for (const [name, section] of Object.entries(weights)) sections[`${lang}.${name}`] = section;
  }
  return packSections(sections);
}

/** @throws Fault `damagedWeights` when the bytes are no such file, or words are cut in another way today. */
export function unpackConcepts(bytes: Uint8Array): ConceptWeights {
  const sections = openSections(bytes);
  const [dimensions = 0, chain] = sections.numbers('about', 'Uint32Array');
  if (chain !== chainVersion) throw new Fault('damagedWeights', { what: `chain ${chain}` });
  const there = new Set(sections.words('languages'));
  const languages = interfaceLanguages
    .filter((lang) => there.has(lang))
    .map((lang) => {
      const weights: LanguageWeights = {
        terms: sections.words(`${lang}.terms`),
        vectors: sections.numbers(`${lang}.vectors`, 'Int8Array'),
        scales: sections.numbers(`${lang}.scales`, 'Float32Array'),
        lexiconStarts: sections.numbers(`${lang}.lexiconStarts`, 'Uint32Array'),
        lexiconTerms: sections.numbers(`${lang}.lexiconTerms`, 'Uint16Array'),
        lexiconThere: sections.numbers(`${lang}.lexiconThere`, 'Uint8Array'),
        lexiconBack: sections.numbers(`${lang}.lexiconBack`, 'Uint8Array'),
      };
      if (weights.vectors.length !== weights.terms.length * dimensions) {
        throw new Fault('damagedWeights', { what: `${lang}.vectors` });
      }
      return [lang, weights] as const;
    });
  return { dimensions, languages: new Map(languages) };
}
