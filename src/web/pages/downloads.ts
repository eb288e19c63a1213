import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { type Html, html } from '../html.ts';

const formats = ['csv', 'xlsx', 'json', 'jsonl'] as const;
const withIati = [...formats, 'xml'] as const;

/** The same as files: the address of the page with an extension before its query; as IATI where that knows such records. */
export function downloads(t: Translate, path: string, query = '', iati = true): Html {
  return html`<p class=sort><span>${t('download.label')}</span>${(iati ? withIati : formats).map(
    (format) =>
      html`<a href="${pageAddress(t.lang, `${path}.${format}${query}`)}" rel=nofollow>${t(`download.${format}`)}</a>`,
  )}</p>`;
}
