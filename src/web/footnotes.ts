import { textIn } from '../kernel/lang-text.ts';
import { countryName } from '../vocabulary/countries.ts';
import type { Translate } from '../wording/messages.ts';
import { type Html, html } from './html.ts';
import { langAttributes } from './pieces/texts.ts';

/** What countries have reservations about on this page, under the marks that point here; printed with the page. */
export function footnotes(t: Translate): Html {
  const notes = t.marking?.footnotes() ?? [];
  if (notes.length === 0) return html``;
  return html`<div role=note>${notes.map(({ mark, reservation: { country, text } }) => {
    const shown = textIn(text, t.lang);
    return html`<p>${mark} ${t('reservation.by', { country: countryName(country, t.lang) })} <span${langAttributes(t, shown.lang)}>${shown.text}</span>`;
  })}</div>`;
}

/** The same for a file: a line each. */
export function footnoteLines(t: Translate): readonly string[] {
  const notes = t.marking?.footnotes() ?? [];
  return notes.map(({ mark, reservation: { country, text } }) => {
    const by = t('reservation.by', { country: countryName(country, t.lang) });
    return `${mark} ${by} ${textIn(text, t.lang).text}`;
  });
}
