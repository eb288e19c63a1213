import type { Listed } from '../../operations/consultations/directory.ts';
import { formatDate } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress, recordPath } from '../address.ts';
import { type Html, html } from '../html.ts';
import { shownText } from '../pieces/texts.ts';
import { anyRecord, type PageParts } from './page-parts.ts';

/** The posts of somebody signed in. */
interface Holding {
  /** One that may open a consultation. */
  readonly convenor?: string | undefined;
  /** The one whose calendar is offered. */
  readonly calendar?: string | undefined;
}

/** Consultations open to everybody; for somebody signed in also the closed rooms of his or her posts, the way to a new one and to the calendar. */
export function consultationsPage(
  t: Translate,
  everybody: readonly Listed[],
  own: readonly Listed[],
  holding: Holding,
): PageParts {
  const most = [100, 40, 15, 5];
  return {
    title: t('consultation.heading'),
    description: t('consultation.about'),
    path: '/consultations',
    shows: [anyRecord],
    bodies: most.map((n) => () => whole(t, everybody.slice(0, n), own, holding)),
  };
}

function whole(
  t: Translate,
  everybody: readonly Listed[],
  own: readonly Listed[],
  { convenor, calendar }: Holding,
): Html {
  const begin =
    convenor !== undefined &&
    html`<p><a class=btn href="${pageAddress(t.lang, `/consultation/new?${new URLSearchParams({ post: convenor })}`)}">${t('consultation.open')}</a></p>`;
  return html`<h1>${t('consultation.heading')}</h1><p class=sum>${t('consultation.about')}</p>${begin}${calendar !== undefined && html`<p><a href="${pageAddress(t.lang, `/posts/${calendar}/keys`)}#calendar">${t('keys.calendar')}</a></p>`}${
    own.length > 0 && html`<h2>${t('consultation.own')}</h2>${list(t, own)}`
  }${everybody.length > 0 && html`<h2>${t('consultation.everybody')}</h2>${list(t, everybody)}<p><a href="${pageAddress(t.lang, '/search?kind=consultation')}">${t('search.showAll')}</a></p>`}${
    everybody.length + own.length === 0 && html`<p class=note>${t('consultation.none')}`
  }`;
}

function list(t: Translate, all: readonly Listed[]): Html {
  return html`<ul class="res calm">${all.map(
    ({ record, stage, answersBy }) =>
      html`<li><h3><a href="${pageAddress(t.lang, recordPath(record.register, record.recordId))}">${shownText(t, record.title)}</a></h3><p class=soft>${t(`consultation.stage.${stage}`)}${
        answersBy !== undefined && html` · ${t('field.answersBy')} ${formatDate(t.lang, answersBy)}`
      }</p>`,
  )}</ul>`;
}
