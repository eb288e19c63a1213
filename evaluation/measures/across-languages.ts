import type { InterfaceLanguage } from '../../src/kernel/language-tag.ts';
import type { Concepts } from '../../src/language/concepts/open-concepts.ts';
import type { AlignedText } from '../../training/aligned/aligned-text.ts';
import { conceptsWithout, type KeptAside } from '../concepts-without.ts';
import { halvesOf, kinOf } from '../halves.ts';
import { meanFigure } from '../intervals.ts';
import type { Figure, Measure, Tools } from '../measure.ts';
import { inFirst, ranksOf, reciprocal, scoresBetween } from '../ranks.ts';

/** Finding the same official text in another language, when neither it nor any translation of it was learnt from. */
export const acrossLanguages: Measure = {
  name: 'across-languages',
  title: 'Finding across languages',
  about: `A text in one language asks for the same text in English among all of its kind. French, Spanish, Arabic, Russian,
Chinese: indicators of the goals; no indicator was learnt from in any language, nor any text that shares eight words in a row with
one, nor any term of our glossary that stands in one. Portuguese has no open official names of indicators: this program's own
findings and refusals of ten words or more, learnt without them in the same way. The test half asks (indicators of half of the
goals, messages of half of the topics); both halves are there to be found. Indicators resemble targets, which were learnt from:
the figures flatter a little.`,
  measure: async (tools) => {
    const indicators = conceptsWithout('sdg/indicators', tools);
    const own = conceptsWithout('messages/f', tools);
    const sentences = { ...own, aside: own.aside.filter(isSentence) };
    return [
      ...(['fr', 'es', 'ar', 'ru', 'zh'] as const).flatMap((lang) => figuresFor(lang, indicators, tools)),
      ...figuresFor('pt', sentences, tools),
    ];
  },
};

export function isSentence({ texts }: AlignedText): boolean {
  return (texts.en ?? '').trim().split(/\s+/).length >= 10;
}

function figuresFor(
  lang: InterfaceLanguage,
  { aside, concepts }: KeptAside,
  { seed }: Tools,
): readonly Figure[] {
  const ranks = ranksAcross(lang, { asking: halvesOf(aside, kinOf, seed).test, all: aside, concepts });
  return [
    meanFigure(`${lang} → en, R@10`, ranks.map(inFirst(10)), seed, { least: 0.93 }),
    meanFigure(`${lang} → en, MRR`, ranks.map(reciprocal), seed, { least: 0.8 }),
  ];
}

export interface Search {
  /** Texts that are asked for, each among all. */
  readonly asking: readonly AlignedText[];
  readonly all: readonly AlignedText[];
  readonly concepts: Concepts;
}

/** Ranks of the English texts for which the texts in another language ask. */
export function ranksAcross(lang: InterfaceLanguage, { asking, all, concepts }: Search): readonly number[] {
  const inBoth = ({ texts }: AlignedText): boolean => texts[lang] !== undefined && texts.en !== undefined;
  const asked = asking.filter(inBoth);
  const isAsked = new Set(asked);
  // Those that are asked for stand first, in the order of the questions.
  const there = [...asked, ...all.filter((text) => inBoth(text) && !isAsked.has(text))];
  return ranksOf(
    scoresBetween(
      asked.map(({ texts }) => concepts.vectorOf(texts[lang] ?? '', lang)),
      there.map(({ texts }) => concepts.vectorOf(texts.en ?? '', 'en')),
    ),
  );
}
