import { vocabularyPath } from '../../exchange/iati/write-iati.ts';
import type { Post } from '../../lifecycle/post.ts';
import { fileNames, type ListedFile } from '../../operations/iati/files.ts';
import { formatDayOf, formatNumber } from '../../wording/format.ts';
import { registerLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { colon } from '../../wording/punctuation.ts';
import { pageAddress } from '../address.ts';
import { type Html, html, joined } from '../html.ts';
import { countryLabel } from '../pieces/country-name.ts';
import { shownText } from '../pieces/texts.ts';
import { anyRecord, type PageParts } from './page-parts.ts';

/** Files on one page; the lists for programs name all. */
const most = 200;

/** Who publishes in the form of IATI, where, how much and since when. */
export function iatiPage(
  t: Translate,
  files: readonly ListedFile[],
  posts: ReadonlyMap<string, Post>,
): PageParts {
  const list = joined(
    (['json', 'csv'] as const).map(
      (format) => html`<a href="${pageAddress(t.lang, `/iati.${format}`)}">${format.toUpperCase()}</a>`,
    ),
    ' · ',
  );
  return {
    title: t('iati.title'),
    description: t('iati.about'),
    path: '/iati',
    shows: [anyRecord],
    bodies: [most, 60, 20].map(
      (some) => () =>
        html`<h1>${t('iati.title')}</h1><p class=sum>${t('iati.about')}</p><p>${t('iati.rule')} ${t('iati.import')} ${t('iati.valid')} ${t('iati.rules')} <a href="${pageAddress(t.lang, '/check')}">${t('check.title')}</a></p>${
          files.length === 0 ? html`<p class=note>${t('iati.none')}` : table(t, files.slice(0, some), posts)
        }<p class=sort><span>${t('iati.list')}</span>${list}</p><p><a href="${pageAddress(t.lang, vocabularyPath)}">${t('cooperation.title')}</a></p>`,
    ),
  };
}

function table(t: Translate, files: readonly ListedFile[], posts: ReadonlyMap<string, Post>): Html {
  const heads = [t('iati.publisher'), t('iati.file'), t('iati.changed')];
  const rows = [...Map.groupBy(files, ({ publisher }) => publisher).values()];
  return html`<div class=scroll tabindex=0 role=region aria-label="${t('iati.title')}"><table><thead><tr>${heads.map((head) => html`<th scope=col>${head}`)}<tbody>${rows.map((row) => rowOf(t, row, posts))}</table></div>`;
}

/** One publisher with its files. */
function rowOf(t: Translate, files: readonly ListedFile[], posts: ReadonlyMap<string, Post>): Html {
  const [first] = files;
  if (first === undefined) return html``;
  const changedAt = files.reduce((last, file) => (file.changedAt > last ? file.changedAt : last), '');
  return html`<tr><th scope=row>${nameOf(t, first, posts)}<td>${joined(
    files.map((file) => fileLink(t, file)),
    html`<br>`,
  )}<td>${formatDayOf(t.lang, changedAt)}`;
}

/** Where the standard can hold none of the records there is nothing to fetch, and the reason stands instead. */
function fileLink(t: Translate, { publisher, register, records, leftOut }: ListedFile): Html {
  const label = registerLabel(t, register, true);
  const held = records - leftOut;
  if (held === 0) return html`${label}${colon(t)}<small>${t('iati.noFile', { count: leftOut })}</small>`;
  const link = html`<a href="/iati/${publisher}/${fileNames[register]}.xml">${label}</a> (${formatNumber(t.lang, held)})`;
  return leftOut === 0 ? link : html`${link} <small>${t('iati.leftOut', { count: leftOut })}</small>`;
}

function nameOf(t: Translate, { newest }: ListedFile, posts: ReadonlyMap<string, Post>): Html {
  const { review, origin } = newest;
  const country = countryLabel(t, review.owner ?? '');
  if (origin.organisation !== undefined && origin.country === review.owner) {
    return html`<bdi>${origin.organisation}</bdi><br><small>${country}</small>`;
  }
  const office = [...posts.values()].find(
    (post) => post.kind === 'focalPoint' && post.country === review.owner && post.closedAt === undefined,
  );
  return html`${country}${office !== undefined && html`<br><small>${shownText(t, office.title)}</small>`}`;
}
