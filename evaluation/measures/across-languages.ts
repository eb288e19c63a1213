import type { InterfaceLanguage } from '../../src/kernel/language-tag.ts';
import type { AlignedText } from '../../training/aligned/aligned-text.ts';
import { conceptsWithout, type KeptAside } from '../concepts-without.ts';
import { meanFigure } from '../intervals.ts';
import type { Figure, Measure, Tools } from '../measure.ts';
import { inFirst, ranksOf, reciprocal, scoresBetween } from '../ranks.ts';

/** Finding the same official text in another language, when neither it nor any translation of it was learnt from. */
export const acrossLanguages: Measure = {
  name: 'across-languages',
  title: 'Finding across languages',
  about: `A text in one language asks for the same text in English among all of its kind. French, Spanish, Arabic, Russian,
Chinese: the 252 indicators of the goals; no indicator was learnt from in any language, nor any text that shares eight words in a
row with one. Portuguese has no open official names of indicators: this program's own findings and refusals of ten words or
more, learnt without them. Indicators resemble targets, which were learnt from: the figures flatter a little.`,
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

function isSentence({ texts }: AlignedText): boolean {
  return (texts.en ?? '').trim().split(/\s+/).length >= 10;
}

function figuresFor(
  lang: InterfaceLanguage,
  { aside, concepts }: KeptAside,
  { seed }: Tools,
): readonly Figure[] {
  const both = aside.flatMap(({ texts }) => {
    const [asked, english] = [texts[lang], texts.en];
    return asked === undefined || english === undefined ? [] : [{ asked, english }];
  });
  const ranks = ranksOf(
    scoresBetween(
      both.map(({ asked }) => concepts.vectorOf(asked, lang)),
      both.map(({ english }) => concepts.vectorOf(english, 'en')),
    ),
  );
  return [
    meanFigure(`${lang} → en, R@10`, ranks.map(inFirst(10)), seed, { least: 0.93 }),
    meanFigure(`${lang} → en, MRR`, ranks.map(reciprocal), seed, { least: 0.8 }),
  ];
}
