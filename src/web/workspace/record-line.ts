import { textIn } from '../../kernel/lang-text.ts';
import type { BoardRecord } from '../../operations/ports/board.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress, recordPath } from '../address.ts';
import { type Html, html } from '../html.ts';
import { langAttributes } from '../pieces/texts.ts';

/** The title as a link to the record, in the reader's language where it has one in it. */
export function recordLink(t: Translate, { register, recordId, title }: BoardRecord): Html {
  const { text, lang } = textIn(title, t.lang);
  const name = text.trim() === '' ? t('record.untitled') : text;
  return html`<a href="${pageAddress(t.lang, recordPath(register, recordId))}"${langAttributes(t, text.trim() === '' ? t.lang : lang)}>${name}</a>`;
}
