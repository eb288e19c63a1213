import type { InterfaceLanguage } from '../../src/kernel/language-tag.ts';
import { conceptsWithout } from '../concepts-without.ts';
import { meanFigure, meanOf } from '../intervals.ts';
import type { Figure, Measure } from '../measure.ts';
import { ranksOf, reciprocal, scoresBetween } from '../ranks.ts';

/** Finding what a short name is about: a few words in one language, a sentence in English, of another field of words. */
export const namesToDescriptions: Measure = {
  name: 'names-to-descriptions',
  title: 'From a short name to a description',
  about: `The name of a DAC sector asks for the English description of the same code; no name or description of a sector in
any language was learnt from. Arabic, Russian and Chinese names are our own translations. The aim is 0.85 of what the English
name reaches with the same vectors.`,
  measure: async (tools) => {
    const { aside, concepts } = conceptsWithout('iati/Sector/', tools);
    const described = new Map<string, string>();
    const named = new Map<string, Partial<Record<InterfaceLanguage, string>>>();
    for (const { id, group, texts } of aside) {
      if (id.endsWith('/description') && texts.en !== undefined) described.set(group, texts.en);
      if (!id.endsWith('/description')) named.set(group, { ...named.get(group), ...texts });
    }
    const groups = [...described.keys()].filter((group) => named.get(group)?.ar !== undefined);
    const texts = groups.map((group) => concepts.vectorOf(described.get(group) ?? '', 'en'));
    const ranksFrom = (lang: InterfaceLanguage): readonly number[] => {
      const asked = groups.map((group) => concepts.vectorOf(named.get(group)?.[lang] ?? '', lang));
      return ranksOf(scoresBetween(asked, texts)).map((rank, at) =>
        // A name of which nothing is known finds nothing.
        asked[at]?.some((part) => part !== 0) === true ? reciprocal(rank) : 0,
      );
    };
    const english = ranksFrom('en');
    const figures: Figure[] = [meanFigure('en → en, MRR', english, tools.seed)];
    const least = Math.round(meanOf(english) * 850) / 1000;
    for (const lang of ['fr', 'es', 'pt', 'ar', 'ru', 'zh'] as const) {
      figures.push(meanFigure(`${lang} → en, MRR`, ranksFrom(lang), tools.seed, { least }));
    }
    return figures;
  },
};
