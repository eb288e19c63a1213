import { textIn } from '../kernel/lang-text.ts';
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
