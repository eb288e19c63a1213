import type { Comparison } from '../../operations/compare.ts';
import type { Shown } from '../../operations/show.ts';
import type { Translate } from '../../wording/messages.ts';
import { colon } from '../../wording/punctuation.ts';
import { pageAddress, recordPath } from '../address.ts';
import { type Html, html } from '../html.ts';
import type { Posts } from '../pieces/post-name.ts';
import { compareForm } from './compare-form.ts';
import type { Detail } from './cut-values.ts';
import { differenceList } from './difference-list.ts';
import type { PageParts } from './page-parts.ts';
import { titleOf, titlePiece } from './record-heading.ts';
import { backToRecord } from './record-links.ts';
import { saidBy } from './said-by.ts';

/** How much of each change is shown, at falling levels of detail. */
const levels: readonly Detail[] = [
  { text: 20_000, items: 200 },
  { text: 2_000, items: 40 },
  { text: 300, items: 8 },
];

export interface CompareOptions {
  readonly posts: Posts;
  /** What a visitor can do with either revision. */
  readonly mine?: Html;
}

/** What differs between two revisions, field by field, in words. */
export function comparePage(
  t: Translate,
  shown: Shown,
  { from, to, differences, same }: Comparison,
  { posts, mine }: CompareOptions,
): PageParts {
  const { record } = shown;
  const path = recordPath(record.register.name, record.id);
  const heading = t('record.compareTwo', { a: from.revision, b: to.revision });
  return {
    title: `${heading}${colon(t)}${titleOf(t, record).text.slice(0, 100)}`,
    path: `${path}/compare?from=${from.revision}&to=${to.revision}`,
    unlisted: true,
    shows: [record.id],
    bodies: levels.map(
      (detail) => () =>
        html`${backToRecord(t, record)}<h1>${heading}</h1><p>${titlePiece(t, record)}</p>${compareForm(t, shown, from.revision, to.revision)}<dl><dt>${t('record.before')}<dd>${saidBy(t, from, posts)}<dt>${t('record.after')}<dd>${saidBy(t, to, posts)}</dl>${mine}${differenceList(t, record.register, differences, detail)}<p class=soft>${t('compare.same', { n: same })}<p><a href="${pageAddress(t.lang, `${path}/history`)}">${t('record.history')}</a>`,
    ),
  };
}
