import { type CodeList, nameOf } from '../../vocabulary/code-list.ts';
import type { Translate } from '../../wording/messages.ts';
import { markedLabel } from '../../wording/reserved.ts';

/** What a code is called in the reader's language, with the marks of the reservations that countries made on it. */
export function codeLabel(t: Translate, list: CodeList, code: string): string {
  return markedLabel(t, list.name, code, nameOf(list, code, t.lang));
}
