import type { AlignedText } from '../training/aligned/aligned-text.ts';

/** One figure of the table of quality. */
export interface Figure {
  /** What was measured, in a few words: `fr → en, MRR`. */
  readonly what: string;
  readonly value: number;
  /** How many texts, questions or links it rests on. */
  readonly n: number;
  /** Between which the true value lies in 95 of 100 such samples. */
  readonly interval?: readonly [number, number];
  /** What it should reach at least (`least`) or at most (`most`); absent for figures to compare with. */
  readonly least?: number;
  readonly most?: number;
}

/** A question about quality, answered by figures. A new one is one file in `measures/` and one line in `all-measures.ts`. */
export interface Measure {
  readonly name: string;
  readonly title: string;
  /** What was learnt from what, what was kept aside, and what the figures do not show. Markdown. */
  readonly about: string;
  measure(tools: Tools): Promise<readonly Figure[]>;
}

export interface Tools {
  readonly seed: number;
  /** All aligned texts of the data set; read once. */
  aligned(): readonly AlignedText[];
  /** Told to whoever waits. */
  readonly onStep: (step: string) => void;
}
