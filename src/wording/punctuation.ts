import type { Translate } from './messages.ts';

/** Between names in a row: the comma of the language. */
export function comma(t: Translate): string {
  return { ar: '، ', zh: '、' }[t.lang as string] ?? ', ';
}

/** After a label that a piece follows: the colon of the language, with the space that belongs before it or after it. */
export function colon(t: Translate): string {
  return t('common.colon', { label: '', value: '' });
}
