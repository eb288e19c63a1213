import type { Objection } from '../../lifecycle/event.ts';
import type { Answer } from '../../lifecycle/state.ts';
import type { Presented } from '../../policy/present.ts';
import { formatDayOf } from '../../wording/format.ts';
import { fieldLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html } from '../html.ts';
import { countryLink } from '../pieces/countries.ts';
import { countryLabel } from '../pieces/country-name.ts';
import { cutValue, type Detail } from './cut-values.ts';
import { label } from './label.ts';
import { plainValue } from './plain-value.ts';

/** Where a country says otherwise: both values side by side, since when, and why. Nothing where none does. */
export function disputes(t: Translate, record: Presented, detail: Detail): Html {
  const rows = Object.entries(record.review.answers).flatMap(([country, answer]) =>
    (answer.objections ?? []).map((objection) => row(t, record, { country, answer, objection, detail })),
  );
  if (rows.length === 0) return html``;
  const heads = [
    t('dispute.field'),
    ownerSays(t, record),
    t('dispute.otherSays'),
    t('dispute.since'),
    t('record.reason'),
  ];
  return html`<h2 id=disputes>${t('confirmation.disputed')}</h2><div class="scroll says" tabindex=0 role=region aria-labelledby=disputes><table><thead><tr>${heads.map((head) => html`<th scope=col>${head}`)}<tbody>${rows}</table></div>`;
}

function ownerSays(t: Translate, { review: { owner } }: Presented): string {
  return owner === undefined ? t('dispute.inForce') : t('dispute.says', { country: countryLabel(t, owner) });
}

interface Said {
  readonly country: string;
  readonly answer: Answer;
  readonly objection: Objection;
  readonly detail: Detail;
}

function row(t: Translate, record: Presented, { country, answer, objection, detail }: Said): Html {
  const { register, values } = record;
  const field = register.fields[objection.field];
  if (field === undefined) return html``;
  const shown = (value: unknown): Html =>
    value === undefined
      ? html`<i>${t('dispute.nothing')}</i>`
      : plainValue(t, field.control, cutValue(field.control, value, t.lang, detail).value);
  const why = objection.note ?? answer.reason;
  return html`<tr><th scope=row>${fieldLabel(t, register.name, objection.field)}<td>${shown(values[objection.field])}<td>${countryLink(t, country)}<br>${shown(objection.says)}<td>${formatDayOf(t.lang, answer.at)}<td>${why !== undefined && html`<span dir=auto>${why}</span>`}`;
}

/** Countries that say of a third party's statement that it is not so; printed as long as they say so. */
export function rejections(t: Translate, { review }: Presented): Html {
  if (review.rejections.length === 0) return html``;
  return html`<div class=note>${review.rejections.map(
    ({ country, at, reason }) =>
      html`<p><b>${t('word.rejected', { country: countryLabel(t, country), date: formatDayOf(t.lang, at) })}</b>${
        reason !== undefined && html` ${label(t, 'record.reason')}<span dir=auto>${reason}</span>`
      }`,
  )}</div>`;
}
