import { type ClassifierSettings, chosenSettings } from '../../training/classifier/examples.ts';
import { goalLabels } from '../../training/classifier/sources.ts';
import { macroF1 } from '../classified.ts';
import { meanOf } from '../intervals.ts';
import type { Tools } from '../measure.ts';
import { goalHalves, judgedBy, learntFor } from '../measures/goals.ts';
import { bestOf, type Tried } from './tried.ts';

const tries: readonly (readonly [keyof ClassifierSettings, readonly number[]])[] = [
  ['labsWeight', [0.1, 0.3, 1]],
  ['officialWeight', [0.1, 0.3, 1]],
  ['pace', [0.1, 0.2, 0.4]],
];

/**
 * Tries one setting after the other, each with the best of those before, on the halves for development; texts of the
 * halves for the test are not even learnt from. A score is the mean of macro-F1 and of the share of texts for which one
 * of the first three guesses is right.
 */
export function trySettings(tools: Tools): readonly Tried<ClassifierSettings>[] {
  const score = scorer(tools);
  const tried: Tried<ClassifierSettings>[] = [];
  let best = chosenSettings;
  for (const [name, values] of tries) {
    const round = values.map((value) => {
      const candidate = { ...best, [name]: value };
      tools.onStep(`goals: ${JSON.stringify(candidate)}`);
      const known = tried.find((one) => JSON.stringify(one.candidate) === JSON.stringify(candidate));
      return known ?? { candidate, scores: score(candidate) };
    });
    tried.push(...round.filter((one) => !tried.includes(one)));
    best = bestOf(round).candidate;
  }
  return tried;
}

function scorer(tools: Tools): (settings: ClassifierSettings) => Readonly<Record<string, number>> {
  const halves = goalHalves(tools.seed);
  const quiet = { ...tools, onStep: () => undefined };
  return (settings) =>
    Object.fromEntries(
      Object.entries(halves.sources).map(([name, { development }]) => {
        const rest = learntFor(name, halves, (half) => half.development);
        const judged = judgedBy(rest, development, quiet, settings);
        const inThree = judged.map(({ labels, order }) =>
          order.slice(0, 3).some((label) => labels.includes(label)) ? 1 : 0,
        );
        return [name, (macroF1(judged, goalLabels) + meanOf(inThree)) / 2];
      }),
    );
}
