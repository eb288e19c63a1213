import type { LangText } from '../../../kernel/lang-text.ts';

/** Whether a part of a value is a text in languages. */
export function isLangText(value: unknown): value is LangText {
  return (
    typeof value === 'object' &&
    value !== null &&
    'original' in value &&
    'texts' in value &&
    typeof value.texts === 'object'
  );
}
