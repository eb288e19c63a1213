import type { LangText } from '../../kernel/lang-text.ts';

/** The paragraphs of a text in its original language: what stands between empty lines. Positions name them by number, from 1. */
export function paragraphsOf(text: LangText | undefined): readonly string[] {
  const words = text?.texts[text.original] ?? '';
  return words
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}
