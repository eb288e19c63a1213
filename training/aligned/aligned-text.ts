import type { InterfaceLanguage } from '../../src/kernel/language-tag.ts';

/** The same thing said in two or more languages: a row of the joint matrix. */
export interface AlignedText {
  /** Where it comes from and which one it is: `sdg/targets/6.1`. */
  readonly id: string;
  /** What belongs together when texts are kept aside: the name and the description of a code, in all languages. */
  readonly group: string;
  readonly texts: Readonly<Partial<Record<InterfaceLanguage, string>>>;
  /** What a message of this program is about: its file. */
  readonly topic?: string;
  /** Whether each text is several words for one thing, between spaces, rather than one name. */
  readonly isList?: true;
}

/** Keeps a text only when at least two languages say it. */
export function aligned(
  id: string,
  group: string,
  texts: Partial<Record<InterfaceLanguage, string | undefined>>,
): readonly AlignedText[] {
  const said = Object.entries(texts).filter(([, text]) => text !== undefined && text.trim() !== '');
  return said.length < 2 ? [] : [{ id, group, texts: Object.fromEntries(said) }];
}
