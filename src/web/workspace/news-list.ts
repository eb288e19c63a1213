import { formatDayOf } from '../../wording/format.ts';
import { registerLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html } from '../html.ts';
import { countryLabel } from '../pieces/country-name.ts';
import type { News } from './news.ts';
import { recordLink } from './record-line.ts';

/** What others did, the newest first. */
export function newsList(t: Translate, news: readonly News[]): Html {
  return html`<ul class=acts>${news.map(({ what, record, at, country }) => {
    const said = t(`desk.news.${what}`, {
      country: country === undefined ? '' : countryLabel(t, country),
      date: formatDayOf(t.lang, at),
    });
    return html`<li>${recordLink(t, record)} <small>${registerLabel(t, record.register)} · ${said}</small>`;
  })}</ul>`;
}
