import { textIn } from '../kernel/lang-text.ts';
import type { Reservation } from '../lifecycle/state.ts';
import type { Presented } from '../policy/present.ts';
import { countryName } from '../vocabulary/countries.ts';
import type { Translate } from '../wording/messages.ts';

/** What countries hold against a record, a sentence each: it goes wherever the record goes. */
export function reservationNotes(t: Translate, { review }: Presented): readonly string[] {
  return review.reservations.map(
    ({ country, text }) =>
      `${t('reservation.by', { country: countryName(country, t.lang) })} ${textIn(text, t.lang).text}`,
  );
}

/** What countries reserve about a label, in their own words; no member where nobody does. */
export function onLabel(reservations: readonly Reservation[], list: string, code: string) {
  const said = reservations.flatMap(({ country, text, on }) =>
    on.kind === 'label' && on.list === list && on.code === code ? [{ country, text }] : [],
  );
  return said.length === 0 ? {} : { reservations: said };
}
