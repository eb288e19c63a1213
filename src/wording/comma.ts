import type { Translate } from './messages.ts';

/** Between names in a row: the comma of the language. */
export function comma(t: Translate): string {
  return { ar: '، ', zh: '、' }[t.lang as string] ?? ', ';
}
