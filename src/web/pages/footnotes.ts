import type { Reservation } from '../../lifecycle/state.ts';
import type { Presented } from '../../policy/present.ts';
import { formatDayOf } from '../../wording/format.ts';
import { fieldLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html } from '../html.ts';
import { countryLabel } from '../pieces/country-name.ts';
import { languageMark, languagesIn, shownText } from '../pieces/texts.ts';

/** The numbers of the reservations on a field, leading to the footnotes; nothing where there are none. */
export function footnoteMarks(t: Translate, { review }: Presented, field: string): Html {
  const marks = review.reservations.flatMap(({ on }, place) =>
    on.kind === 'field' && on.field === field ? [place + 1] : [],
  );
  return html`${marks.map((n) => html` <a href="#n${n}" aria-label="${t('reservation.number', { n })}">[${n}]</a>`)}`;
}

/** What countries hold against a record or one of its fields, in their own words. */
export function footnotes(t: Translate, record: Presented): Html {
  const { reservations } = record.review;
  if (reservations.length === 0) return html``;
  return html`<h2>${t('reservation.title')}</h2><ol>${reservations.map(
    (one, place) => html`<li id=n${place + 1}>[${place + 1}] ${footnote(t, record, one)}`,
  )}</ol>`;
}

function footnote(t: Translate, { register }: Presented, { country, on, text, at }: Reservation): Html {
  const about = on.kind === 'field' ? fieldLabel(t, register.name, on.field) : t('reservation.whole');
  const marks = [...languagesIn(t, text)].map((lang) => languageMark(t, lang));
  return html`<b>${countryLabel(t, country)}</b> · ${about} · ${formatDayOf(t.lang, at)}<br>${shownText(t, text)}${marks}`;
}
