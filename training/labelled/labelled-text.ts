import type { LanguageTag } from '../../src/kernel/language-tag.ts';

/** A text to which people have given labels. */
export interface LabelledText {
  readonly id: string;
  /** Where it comes from: texts of one source are alike. */
  readonly source: string;
  /** Publisher or country: never on both sides of a split. */
  readonly group: string;
  readonly language: LanguageTag;
  readonly text: string;
  readonly labels: readonly string[];
}
