import { formatDate } from '../../wording/format.ts';
import { registerLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { facetPath, pageAddress } from '../address.ts';
import { type Html, html, markup } from '../html.ts';
import { page } from '../layout.ts';
import { findForm } from '../pieces/find-form.ts';
import { copiedFacets } from './search-index.ts';

export interface CopySearch {
  readonly records: number;
  /** Records in one file of titles. */
  readonly size: number;
  /** Day of the copy, `YYYY-MM-DD`. */
  readonly day: string;
  readonly registers: readonly string[];
  /** Names of files in `data/`. */
  readonly files: readonly string[];
}

/** The page on which a copy is searched: the frame of the house, with a script that reads the index from beside it. */
export function copySearchPage(t: Translate, copy: CopySearch): Html {
  const { records, size } = copy;
  const about = JSON.stringify({ records, size, facets: copiedFacets });
  return page({
    t,
    title: t('mirror.title'),
    path: '/search',
    unlisted: true,
    current: 'search',
    hero: findForm(t),
    body: html`<h1>${t('mirror.title')}</h1><p class=soft>${t('mirror.about', { date: formatDate(t.lang, copy.day) })}</p><noscript><p class=note>${t('mirror.script')}</p></noscript><p class=sort>${copy.registers.map(
      (register) =>
        html`<a href="${pageAddress(t.lang, facetPath('kind', register))}">${registerLabel(t, register, true)}</a>`,
    )}</p><p hidden>${t('mirror.filtered')} <span class=chips id=chips></span></p><p aria-live=polite>${t('mirror.found')} <b id=count></b></p><p class=note id=none hidden>${t('mirror.none')}</p><ol class=res id=results></ol><p><button id=more hidden>${t('mirror.more')}</button></p>${filesOf(t, copy)}<script type=application/json id=copy>${markup(about)}</script><script src="../search/search.js"></script>`,
  });
}

function filesOf(t: Translate, { files }: CopySearch): Html {
  if (files.length === 0) return html``;
  return html`<h2>${t('mirror.files')}</h2><ul>${files.map((file) => html`<li><a href="../data/${file}"><bdi>${file}</bdi></a>`)}</ul>`;
}
