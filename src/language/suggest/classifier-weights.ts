import { Fault } from '../../kernel/fault.ts';
import { openSections, packSections } from '../weights/sections.ts';

/** A linear model of words, one of vectors, and official texts to compare with. */
export interface BaseWeights {
  readonly labels: readonly string[];
  readonly dimensions: number;
  /** English stems and pairs of stems. */
  readonly features: readonly string[];
  readonly rarity: Float32Array;
  /** `labels` numbers for each feature, to be multiplied by the scale of the feature. */
  readonly weights: Int8Array;
  readonly scales: Float32Array;
  readonly bias: Float32Array;
  /** `dimensions` numbers for each label, and a bias. */
  readonly dense: Float32Array;
  readonly denseBias: Float32Array;
  /** Codes of official texts (`6.1`), the place of the label of each, and its vector (127 is one). */
  readonly codes: readonly string[];
  readonly codeLabels: Uint16Array;
  readonly codeVectors: Int8Array;
}

/** How the signals of the base become probabilities. */
export interface Calibration {
  /** One weight for each signal (`signalNames`). */
  readonly signals: Float32Array;
  /** Added for each label. */
  readonly labels: Float32Array;
  /** For each label the probability from which "yes" is as often right as "no". */
  readonly thresholds: Float32Array;
}

export interface ClassifierWeights {
  readonly base: BaseWeights;
  readonly calibration: Calibration;
}

export function packClassifier({ base, calibration }: ClassifierWeights): Uint8Array {
  const { dimensions, ...sections } = base;
  return packSections({
    dimensions: Uint32Array.of(dimensions),
    ...sections,
    signals: calibration.signals,
    labelBias: calibration.labels,
    thresholds: calibration.thresholds,
  });
}

/** @throws Fault `damagedWeights`. */
export function unpackClassifier(bytes: Uint8Array): ClassifierWeights {
  const sections = openSections(bytes);
  const floats = (name: string): Float32Array => sections.numbers(name, 'Float32Array');
  const [dimensions = 0] = sections.numbers('dimensions', 'Uint32Array');
  const base: BaseWeights = {
    labels: sections.words('labels'),
    dimensions,
    features: sections.words('features'),
    rarity: floats('rarity'),
    weights: sections.numbers('weights', 'Int8Array'),
    scales: floats('scales'),
    bias: floats('bias'),
    dense: floats('dense'),
    denseBias: floats('denseBias'),
    codes: sections.words('codes'),
    codeLabels: sections.numbers('codeLabels', 'Uint16Array'),
    codeVectors: sections.numbers('codeVectors', 'Int8Array'),
  };
  if (base.weights.length !== base.features.length * base.labels.length) {
    throw new Fault('damagedWeights', { what: 'weights' });
  }
  return {
    base,
    calibration: {
      signals: floats('signals'),
      labels: floats('labelBias'),
      thresholds: floats('thresholds'),
    },
  };
}
