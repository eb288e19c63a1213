import { openBase } from '../../src/language/suggest/base-scores.ts';
import type { ClassifierWeights } from '../../src/language/suggest/classifier-weights.ts';
import { calibrate, type Unseen, unseen } from './calibrate.ts';
import { type BaseOptions, type Example, learnBase } from './learn-base.ts';

export interface Learnable extends Example {
  /** The part it belongs to when the base is tried on texts that it has not learnt from (`foldsOf`). */
  readonly fold: number;
  /** Official texts teach, but say nothing of how sure a guess on people's texts is. */
  readonly isOfficial: boolean;
}

/** Base and calibration: the base is learnt without each part in turn, tried on it, and at last learnt from all. */
export function learnClassifier(
  examples: readonly Learnable[],
  options: BaseOptions & { readonly onStep?: (step: string) => void },
): ClassifierWeights {
  const { onStep = () => undefined } = options;
  const folds = [...new Set(examples.filter(({ isOfficial }) => !isOfficial).map(({ fold }) => fold))].sort();
  const tried: Unseen[] = [];
  for (const fold of folds) {
    onStep(`tried on part ${fold + 1} of ${folds.length}`);
    const others = examples.filter((example) => example.isOfficial || example.fold !== fold);
    const base = openBase(learnBase(others, options));
    tried.push(
      ...unseen(
        base,
        examples.filter((example) => !example.isOfficial && example.fold === fold),
      ),
    );
  }
  onStep('learnt from all');
  return { base: learnBase(examples, options), calibration: calibrate(tried, options.labels) };
}
