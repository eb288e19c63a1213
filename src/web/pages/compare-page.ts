import type { Comparison, FieldDifference } from '../../operations/compare.ts';
import type { Shown } from '../../operations/show.ts';
import { fieldLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress, recordPath } from '../address.ts';
import { type Html, html } from '../html.ts';
import { compareForm } from './compare-form.ts';
import type { Detail } from './cut-values.ts';
import { differenceOf } from './field-difference.ts';
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

/** What differs between two revisions, field by field, in words. */
export function comparePage(
  t: Translate,
  shown: Shown,
  { from, to, differences, same }: Comparison,
): PageParts {
  const { record } = shown;
  const path = recordPath(record.register.name, record.id);
  const heading = t('record.compareTwo', { a: from.revision, b: to.revision });
  return {
    title: `${heading}: ${titleOf(t, record).text.slice(0, 100)}`,
    path: `${path}/compare?from=${from.revision}&to=${to.revision}`,
    unlisted: true,
    shows: [record.id],
    bodies: levels.map(
      (detail) => () =>
        html`${backToRecord(t, record)}<h1>${heading}</h1><p>${titlePiece(t, record)}</p>${compareForm(t, shown, from.revision, to.revision)}<dl><dt>${t('record.before')}<dd>${saidBy(t, from)}<dt>${t('record.after')}<dd>${saidBy(t, to)}</dl>${
          differences.length === 0
            ? html`<p class=note>${t('record.same')}`
            : html`<dl class=diff>${differences.map((one) => row(t, shown, one, detail))}</dl>`
        }<p class=soft>${t('compare.same', { n: same })}<p><a href="${pageAddress(t.lang, `${path}/history`)}">${t('record.history')}</a>`,
    ),
  };
}

function row(
  t: Translate,
  { record: { register } }: Shown,
  difference: FieldDifference,
  detail: Detail,
): Html {
  const field = register.fields[difference.field];
  if (field === undefined) return html``;
  return html`<dt>${fieldLabel(t, register.name, difference.field)} <small>(${t(`record.${difference.change}`)})</small><dd>${differenceOf(t, field.control, difference, detail)}`;
}
