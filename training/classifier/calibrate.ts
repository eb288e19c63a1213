import { type OpenBase, signalNames, signalsOf } from '../../src/language/suggest/base-scores.ts';
import type { Calibration } from '../../src/language/suggest/classifier-weights.ts';
import { learnLogistic } from '../learn/logistic.ts';
import type { Example } from './learn-base.ts';

/** A text that the base has not learnt from, with what the base says of it. */
export interface Unseen {
  readonly signals: Float64Array;
  readonly labels: readonly string[];
}

/** What the base says of texts that it has not learnt from. */
export function unseen(base: OpenBase, examples: readonly Example[]): readonly Unseen[] {
  return examples.map(({ features, labels }) => ({ signals: signalsOf(base, features), labels }));
}

/** Learns from unseen texts how far each signal can be trusted, and from which probability "yes" is the better word. */
export function calibrate(texts: readonly Unseen[], labels: readonly string[]): Calibration {
  const size = signalNames.length;
  const n = texts.length * labels.length;
  const values = new Float32Array(n * size);
  const group = new Uint16Array(n);
  const yes = new Uint8Array(n);
  texts.forEach((text, t) => {
    values.set(text.signals, t * labels.length * size);
    labels.forEach((label, at) => {
      group[t * labels.length + at] = at;
      yes[t * labels.length + at] = text.labels.includes(label) ? 1 : 0;
    });
  });
  const { weights, bias } = learnLogistic({ size, groups: labels.length, values, group, yes });
  const probabilities = Float64Array.from(yes, (_, row) => {
    let score = bias[group[row] ?? 0] ?? 0;
    for (let d = 0; d < size; d++) score += (weights[d] ?? 0) * (values[row * size + d] ?? 0);
    return 1 / (1 + Math.exp(-score));
  });
  const thresholds = Float32Array.from(labels, (_, label) => {
    const rows = texts.map((_text, t) => t * labels.length + label);
    return fairThreshold(rows.map((row) => [probabilities[row] ?? 0, yes[row] === 1]));
  });
  return { signals: weights, labels: bias, thresholds };
}

/** The probability at which the share of yes-texts found and of no-texts spared are together largest. */
function fairThreshold(scored: readonly (readonly [number, boolean])[]): number {
  const ordered = [...scored].sort((a, b) => b[0] - a[0]);
  const all = ordered.filter(([, yes]) => yes).length;
  const others = ordered.length - all;
  if (all === 0 || others === 0) return 0.5;
  let [found, wrong, best, threshold] = [0, 0, -1, 0.5];
  ordered.forEach(([probability, yes], at) => {
    if (yes) found += 1;
    else wrong += 1;
    const balance = found / all - wrong / others;
    const next = ordered[at + 1]?.[0] ?? 0;
    if (balance > best && next < probability) {
      best = balance;
      threshold = (probability + next) / 2;
    }
  });
  return threshold;
}
