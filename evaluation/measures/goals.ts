import { type ClassifierSettings, classifierFrom } from '../../training/classifier/examples.ts';
import { goalLabels, goalTexts, ungroupedGoalSources } from '../../training/classifier/sources.ts';
import { withoutOverlaps } from '../../training/guards/overlaps.ts';
import { officialGoalTexts } from '../../training/labelled/goal-texts.ts';
import type { LabelledText } from '../../training/labelled/labelled-text.ts';
import { calibrationOf, f1Figure, type Judged, judge, recallFigure, yesNoAccuracy } from '../classified.ts';
import { conceptsWithout } from '../concepts-without.ts';
import { type Halves, halvesOf, kinOf, labelledHalves, ungroupedHalves } from '../halves.ts';
import { intervalOf } from '../intervals.ts';
import type { Figure, Measure, Tools } from '../measure.ts';

/** Suggesting goals for texts of sources, and of countries, from which nothing was learnt. */
export const goals: Measure = {
  name: 'goals',
  title: 'Suggesting goals',
  about: `Learnt from the other sources only, without any text that shares eight words in a row with one kept aside:
sentences for business (one goal each), objectives of the United Nations (one goal each), solutions of the Accelerator Labs from
countries kept aside (several goals, given in haste); of each the half for the test. “Yes or no” is the share of right verdicts per
goal, on as many texts with the goal as without, averaged over goals; “hard” takes as texts without it only those for which the goal
is among the first five guesses. The aim of 0.85 belongs to an expert-labelled benchmark that is kept outside this project:
objectives are the nearest open thing, and easier.`,
  measure: async (tools) => {
    const { sources, others } = goalHalves(tools.seed);
    return Object.entries(sources).flatMap(([name, { test }]) => {
      const rest = learntFor(name, { sources, others }, ({ development, test: half }) => [
        ...development,
        ...half,
      ]);
      return figuresOf(name, judgedBy(rest, test, tools), tools);
    });
  },
};

interface GoalHalves {
  readonly sources: Readonly<
    Record<string, Halves<LabelledText> & { readonly onlyLearnt?: readonly LabelledText[] }>
  >;
  readonly others: readonly LabelledText[];
}

const labs = 'labs of other countries';

/** Texts with goals, by what is measured on them. */
export function goalHalves(seed: number): GoalHalves {
  const texts = goalTexts();
  const from = (source: string) => texts.filter((text) => text.source === source);
  const measured = ['sdg-sentences', 'sdg-meter-objectives', 'accelerator-labs'];
  return {
    sources: {
      sentences: ungroupedHalves(from('sdg-sentences'), seed),
      objectives: ungroupedHalves(from('sdg-meter-objectives'), seed),
      [labs]: labelledHalves(from('accelerator-labs'), seed),
    },
    others: texts.filter(({ source }) => !measured.includes(source)),
  };
}

/**
 * What is learnt from to judge texts of a source: all other sources; for labs, labs of countries that are not judged too.
 * @param partsOf the halves of other sources that may be seen
 */
export function learntFor(
  name: string,
  { sources, others }: GoalHalves,
  partsOf: (halves: Halves<LabelledText>) => readonly LabelledText[],
): readonly LabelledText[] {
  const taught = Object.entries(sources).flatMap(([other, halves]) =>
    other === name ? [] : [...partsOf(halves), ...(halves.onlyLearnt ?? [])],
  );
  return [...taught, ...(sources[name]?.onlyLearnt ?? []), ...others];
}

/** Learns from the rest, without copies of what is kept aside, and judges what is kept aside. */
export function judgedBy(
  rest: readonly LabelledText[],
  kept: readonly LabelledText[],
  tools: Tools,
  settings?: ClassifierSettings,
): readonly Judged[] {
  const { concepts, aside } = conceptsWithout('sdg/indicators', tools);
  const isAside = new Set(aside.map(({ group }) => group));
  const official = officialGoalTexts(tools.aligned()).filter(({ group }) => !isAside.has(group));
  const learnt = withoutOverlaps(rest, kept);
  tools.onStep(`goals: ${learnt.length} texts of ${rest.length} to learn from, ${kept.length} kept aside`);
  const weights = classifierFrom(learnt, withoutOverlaps(official, kept), {
    labels: goalLabels,
    concepts,
    seed: tools.seed,
    ungrouped: ungroupedGoalSources,
    parts: 2,
    ...(settings === undefined ? {} : { settings }),
  });
  return judge(weights, kept, concepts);
}

function figuresOf(name: string, judged: readonly Judged[], { seed }: Tools): readonly Figure[] {
  const verdicts = (hard: boolean) => (cases: readonly number[]) =>
    yesNoAccuracy(
      cases.flatMap((at) => judged[at] ?? []),
      goalLabels,
      { hard },
    );
  const all = judged.map((_, at) => at);
  const { ece, brier } = calibrationOf(judged);
  const n = judged.length;
  return [
    f1Figure(`${name}: macro-F1`, judged, goalLabels, { seed }),
    recallFigure(`${name}: recall@3`, judged, 3, { seed }),
    ...[false, true].map((hard) => ({
      what: `${name}: yes or no${hard ? ', hard' : ''}`,
      value: verdicts(hard)(all),
      n,
      interval: intervalOf(n, seed, verdicts(hard)),
      ...(hard || name !== 'objectives' ? {} : { least: 0.85 }),
    })),
    { what: `${name}: calibration error (ECE)`, value: ece, n },
    { what: `${name}: Brier score`, value: brier, n },
  ];
}

/** Suggesting goals for the same official texts in six languages. */
export const goalsByLanguage: Measure = {
  name: 'goals-by-language',
  title: 'Suggesting goals in each language',
  about: `Indicators of the goals in six languages, one goal each: the half for the test, which is that of whole goals; the
classifier chooses among all 17. No indicator was learnt from, by the classifier or the concept layer, nor any text that shares
eight words in a row with one. The aim is 0.85 of the English figure.`,
  measure: async (tools) => {
    const { aside } = conceptsWithout('sdg/indicators', tools);
    const kept = officialGoalTexts(halvesOf(aside, kinOf, tools.seed).test);
    const judged = judgedBy(withoutOverlaps(goalTexts(), officialGoalTexts(aside)), kept, tools);
    const of = (lang: string): readonly Judged[] => judged.filter((_, at) => kept[at]?.language === lang);
    const english = f1Figure('en: macro-F1', of('en'), goalLabels, tools);
    const least = Math.round(english.value * 850) / 1000;
    return [
      english,
      recallFigure('en: recall@3', of('en'), 3, tools),
      ...['fr', 'es', 'ar', 'ru', 'zh'].flatMap((lang) => [
        f1Figure(`${lang}: macro-F1`, of(lang), goalLabels, { ...tools, least }),
        recallFigure(`${lang}: recall@3`, of(lang), 3, tools),
      ]),
    ];
  },
};
