import { directionOf } from '../../kernel/language-tag.ts';
import type { MessageValues, Translate } from '../../wording/messages.ts';

const firstStrongIsolate = '\u2068';
const endOfIsolate = '\u2069';

/** In a sentence from right to left, dates, numbers and what was typed keep their own order. */
export function isolated(t: Translate, params: MessageValues): MessageValues {
  if (directionOf(t.lang) !== 'rtl') return params;
  const pairs = Object.entries(params).map(([name, value]): [string, string | number] => [
    name,
    typeof value === 'string' ? `${firstStrongIsolate}${value}${endOfIsolate}` : value,
  ]);
  return Object.fromEntries(pairs);
}
