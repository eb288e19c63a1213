import type { Concepts } from '../src/language/concepts/open-concepts.ts';
import { openBase } from '../src/language/suggest/base-scores.ts';
import type { ClassifierWeights } from '../src/language/suggest/classifier-weights.ts';
import { calibrated, type LabelScore } from '../src/language/suggest/open-classifier.ts';
import { featuresFor } from '../training/classifier/examples.ts';
import type { LabelledText } from '../training/labelled/labelled-text.ts';
import { intervalOf, meanFigure, meanOf } from './intervals.ts';
import type { Figure } from './measure.ts';

/** A text kept aside, with what people and the classifier say of it. */
export interface Judged {
  readonly labels: readonly string[];
  readonly scores: readonly LabelScore[];
  /** Labels, likeliest first. */
  readonly order: readonly string[];
}

export function judge(
  { base, calibration }: ClassifierWeights,
  texts: readonly LabelledText[],
  concepts: Concepts,
): readonly Judged[] {
  const open = openBase(base);
  return texts.map((text) => {
    const scores = calibrated(open, calibration, featuresFor(text, concepts));
    const order = [...scores].sort((a, b) => b.probability - a.probability).map(({ label }) => label);
    return { labels: text.labels, scores, order };
  });
}

/** Mean over labels of F1 of the best guess; a wrong guess of a text with several labels misses each by its share. */
export function macroF1(judged: readonly Judged[], labels: readonly string[]): number {
  const [right, wrong, missed] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ];
  const add = (counts: Map<string, number>, label: string, amount: number): void => {
    counts.set(label, (counts.get(label) ?? 0) + amount);
  };
  for (const { labels: given, order } of judged) {
    const guess = order[0] ?? '';
    if (given.includes(guess)) add(right, guess, 1);
    else {
      add(wrong, guess, 1);
      for (const label of given) add(missed, label, 1 / given.length);
    }
  }
  const known = labels.filter((label) => (right.get(label) ?? 0) + (missed.get(label) ?? 0) > 0);
  return meanOf(
    known.map((label) => {
      const twice = 2 * (right.get(label) ?? 0);
      return twice / (twice + (wrong.get(label) ?? 0) + (missed.get(label) ?? 0));
    }),
  );
}

export function f1Figure(
  what: string,
  judged: readonly Judged[],
  labels: readonly string[],
  { seed, least }: { readonly seed: number; readonly least?: number },
): Figure {
  const drawn = (cases: readonly number[]) =>
    macroF1(
      cases.flatMap((at) => judged[at] ?? []),
      labels,
    );
  return {
    what,
    value: macroF1(judged, labels),
    n: judged.length,
    interval: intervalOf(judged.length, seed, drawn),
    ...(least === undefined ? {} : { least }),
  };
}

/** Whether one of the first `most` labels is right, for each text. */
export function recallFigure(
  what: string,
  judged: readonly Judged[],
  most: number,
  { seed, least }: { readonly seed: number; readonly least?: number },
): Figure {
  const hits = judged.map(({ labels, order }) =>
    order.slice(0, most).some((label) => labels.includes(label)) ? 1 : 0,
  );
  return meanFigure(what, hits, seed, least === undefined ? {} : { least });
}

/**
 * The verdict yes or no for each label: mean over labels of the share of right verdicts, on as many texts with the label
 * as without it. Hard: the texts without it are those for which the label is among the first five guesses.
 */
export function yesNoAccuracy(
  judged: readonly Judged[],
  labels: readonly string[],
  { hard }: { readonly hard: boolean },
): number {
  const accuracies = labels.flatMap((label, at) => {
    const verdicts = (texts: readonly Judged[], answer: boolean): number =>
      meanOf(texts.map(({ scores }) => (scores[at]?.fits === answer ? 1 : 0)));
    const isNear = ({ order }: Judged): boolean => !hard || order.indexOf(label) < 5;
    const yes = judged.filter(({ labels: given }) => given.includes(label));
    const no = judged.filter((text) => !text.labels.includes(label) && isNear(text));
    return yes.length === 0 || no.length === 0 ? [] : [(verdicts(yes, true) + verdicts(no, false)) / 2];
  });
  return meanOf(accuracies);
}

/** How far probabilities are from what came true: expected calibration error over ten steps, and Brier's score. */
export function calibrationOf(judged: readonly Judged[]): { readonly ece: number; readonly brier: number } {
  const steps = Array.from({ length: 10 }, () => ({ said: 0, came: 0 }));
  let [all, squares] = [0, 0];
  for (const { labels, scores } of judged) {
    for (const { label, probability } of scores) {
      const came = labels.includes(label) ? 1 : 0;
      const step = steps[Math.min(9, Math.floor(probability * 10))];
      if (step === undefined) continue;
      step.said += probability;
      step.came += came;
      squares += (probability - came) ** 2;
      all += 1;
    }
  }
  const gaps = steps.reduce((sum, { said, came }) => sum + Math.abs(said - came), 0);
  return { ece: gaps / all, brier: squares / all };
}
