import { textIn } from '../../kernel/lang-text.ts';
import type { BoardRecord } from '../../operations/ports/board.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress, recordPath } from '../address.ts';
import { type Html, html } from '../html.ts';
import { flowLine } from '../pieces/flow-line.ts';
import { langAttributes } from '../pieces/texts.ts';

/** The title as a link to the record, in the reader's language where it has one in it. */
export function recordLink(t: Translate, { register, recordId, title }: BoardRecord): Html {
  const { text, lang } = textIn(title, t.lang);
  const name = text.trim() === '' ? t('record.untitled') : text;
  return html`<a href="${pageAddress(t.lang, recordPath(register, recordId))}"${langAttributes(t, text.trim() === '' ? t.lang : lang)}>${name}</a>`;
}

/**
 * Whom the record is between, since titles can be alike to the letter: an answer has that of its need. Of an answer who
 * answers and who asks, of what was taken up whose it was and who took it; of others the countries that they name, where
 * there is another than the reader's own.
 * @param own the country of the post that reads (alpha-2).
 */
export function betweenLine(t: Translate, { request, countries }: BoardRecord, own?: string): Html {
  const { offering = [], asking = [] } = request ?? {};
  if (offering.length > 0 && asking.length > 0) return flowLine(t, offering, asking);
  return countries.some((country) => country !== own) ? flowLine(t, countries, []) : html``;
}
