import type { InterfaceLanguage } from '../../src/kernel/language-tag.ts';
import type { Concepts } from '../../src/language/concepts/open-concepts.ts';
import type { AlignedText } from '../../training/aligned/aligned-text.ts';
import { conceptsWithout } from '../concepts-without.ts';
import { halvesOf, kinOf } from '../halves.ts';
import { meanFigure, meanOf } from '../intervals.ts';
import type { Figure, Measure } from '../measure.ts';
import { ranksOf, reciprocal, scoresBetween } from '../ranks.ts';

/** Finding what a short name is about: a few words in one language, a sentence in English, of another field of words. */
export const namesToDescriptions: Measure = {
  name: 'names-to-descriptions',
  title: 'From a short name to a description',
  about: `The name of a DAC sector asks for the English description of the same code; no name or description of a sector in
any language was learnt from, nor any term of our glossary that stands in one. Names of the test half ask (half of the sectors of
three digits, each with all of its codes) among the descriptions of both. Arabic, Russian and Chinese names are our own
translations. The aim is 0.85 of what the English name reaches with the same vectors.`,
  measure: async (tools) => {
    const { aside, concepts } = conceptsWithout('iati/Sector/', tools);
    const all = describedCodes(aside);
    const { test } = halvesOf(all, kinOf, tools.seed);
    const from = (lang: InterfaceLanguage) => foundByNames(lang, { asking: test, all, concepts });
    const english = from('en');
    const figures: Figure[] = [meanFigure('en → en, MRR', english, tools.seed)];
    const least = Math.round(meanOf(english) * 850) / 1000;
    for (const lang of ['fr', 'es', 'pt', 'ar', 'ru', 'zh'] as const) {
      figures.push(meanFigure(`${lang} → en, MRR`, from(lang), tools.seed, { least }));
    }
    return figures;
  },
};

export interface DescribedCode {
  readonly group: string;
  readonly names: AlignedText['texts'];
  readonly description: string;
}

/** Codes with an English description and names in all languages. */
export function describedCodes(aside: readonly AlignedText[]): readonly DescribedCode[] {
  const described = new Map<string, string>();
  const named = new Map<string, AlignedText['texts']>();
  for (const { id, group, texts } of aside) {
    if (id.endsWith('/description') && texts.en !== undefined) described.set(group, texts.en);
    if (!id.endsWith('/description')) named.set(group, { ...named.get(group), ...texts });
  }
  return [...described].flatMap(([group, description]) => {
    const names = named.get(group);
    return names?.ar === undefined ? [] : [{ group, names, description }];
  });
}

/** For each name one over the rank of its description; a name of which nothing is known finds nothing. */
export function foundByNames(
  lang: InterfaceLanguage,
  {
    asking,
    all,
    concepts,
  }: {
    readonly asking: readonly DescribedCode[];
    readonly all: readonly DescribedCode[];
    readonly concepts: Concepts;
  },
): readonly number[] {
  const isAsked = new Set(asking);
  const there = [...asking, ...all.filter((code) => !isAsked.has(code))];
  const asked = asking.map(({ names }) => concepts.vectorOf(names[lang] ?? '', lang));
  const texts = there.map(({ description }) => concepts.vectorOf(description, 'en'));
  return ranksOf(scoresBetween(asked, texts)).map((rank, at) =>
    asked[at]?.some((part) => part !== 0) === true ? reciprocal(rank) : 0,
  );
}
