import type { LangText } from '../../kernel/lang-text.ts';
import type { Words } from '../facet.ts';

/** The words of a text in each of its languages; nothing for an absent text. */
export function wordsOf(text: LangText | undefined): readonly Words[] {
  return text === undefined ? [] : Object.entries(text.texts).map(([lang, words]) => ({ lang, text: words }));
}
