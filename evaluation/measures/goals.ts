import { classifierFrom } from '../../training/classifier/examples.ts';
import { goalLabels, goalTexts, ungroupedGoalSources } from '../../training/classifier/sources.ts';
import { foldsOf } from '../../training/guards/folds.ts';
import { withoutOverlaps } from '../../training/guards/overlaps.ts';
import { officialGoalTexts } from '../../training/labelled/goal-texts.ts';
import type { LabelledText } from '../../training/labelled/labelled-text.ts';
import { calibrationOf, f1Figure, type Judged, judge, recallFigure, yesNoAccuracy } from '../classified.ts';
import { conceptsWithout } from '../concepts-without.ts';
import { intervalOf } from '../intervals.ts';
import type { Figure, Measure, Tools } from '../measure.ts';

/** Suggesting goals for texts of sources, and of countries, from which nothing was learnt. */
export const goals: Measure = {
  name: 'goals',
  title: 'Suggesting goals',
  about: `Learnt from the other sources only, without any text that shares eight words in a row with one kept aside:
sentences for business (one goal each), objectives of the United Nations (one goal each), solutions of the Accelerator Labs from
countries kept aside (several goals, given in haste). “Yes or no” is the share of right verdicts per goal, on as many texts with
the goal as without, averaged over goals; “hard” takes as texts without it only those for which the goal is among the first five
guesses. The aim of 0.85 belongs to an expert-labelled benchmark that is kept outside this project: objectives are the nearest
open thing, and easier.`,
  measure: async (tools) => {
    const texts = goalTexts();
    const from = (source: string) => texts.filter((text) => text.source === source);
    const labs = from('accelerator-labs');
    // By country alone: what is copied from one country to another is taken out of what is learnt from.
    const parts = foldsOf(
      labs.map((text) => ({ ...text, text: '' })),
      { count: 3, seed: tools.seed },
    );
    const aside: Readonly<Record<string, readonly LabelledText[]>> = {
      sentences: from('sdg-sentences'),
      objectives: from('sdg-meter-objectives'),
      'labs of other countries': labs.filter((_, at) => parts[at] === 1),
    };
    return Object.entries(aside).flatMap(([name, kept]) => {
      const isKept = new Set(kept.map(({ id }) => id));
      const isSameSource = name !== 'labs of other countries';
      const rest = texts.filter(
        ({ id, source }) => !isKept.has(id) && !(isSameSource && source === kept[0]?.source),
      );
      return figuresOf(name, judgedBy(rest, kept, tools), tools);
    });
  },
};

/** Learns from the rest, without copies of what is kept aside, and judges what is kept aside. */
function judgedBy(
  rest: readonly LabelledText[],
  kept: readonly LabelledText[],
  tools: Tools,
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
  about: `The indicators of the goals in six languages, one goal each; no indicator was learnt from, by the classifier or the
concept layer, nor any text that shares eight words in a row with one. The aim is 0.85 of the English figure.`,
  measure: async (tools) => {
    const { aside } = conceptsWithout('sdg/indicators', tools);
    const kept = officialGoalTexts(aside);
    const judged = judgedBy(goalTexts(), kept, tools);
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
