import { countries, countryCode, countryName, isCountry } from '../../../vocabulary/countries.ts';
import { html } from '../../html.ts';
import { countryLabel } from '../../pieces/country-name.ts';
import { block } from '../block.ts';
import { type Input, itself } from '../input.ts';
import { optionsOf, select } from '../options.ts';
import { textOf } from '../typed-part.ts';
import { writtenOf } from './line-input.ts';

/**
 * A country: chosen from the names in the reader's language, or typed under any name that is known where so many rows
 * stand that as many lists of all countries would be too much for a phone.
 */
export const countryInput: Input = {
  show: (form, at, value) => {
    const { t } = form;
    const code = writtenOf(value);
    if (at.crowded === true) {
      form.suggestions.add('country');
      return block(
        form,
        at,
        (attributes) =>
          html`<input${attributes} value="${nameToType(code, t.lang)}" list="list:country" dir=auto autocomplete=off>`,
      );
    }
    const chosen = code === '' ? undefined : { code, label: countryLabel(t, code) };
    return block(form, at, (attributes) =>
      select(attributes, t('form.choose'), optionsOf(countries, t), chosen),
    );
  },
  read: (typed) => {
    const text = textOf(typed);
    return text === undefined || isCountry(text) ? text : (countryCode(text) ?? text);
  },
  locate: () => itself,
};

/** The name of a country where it is read back as this country, else its code; what is no country stays as typed. */
function nameToType(code: string, lang: string): string {
  const name = countryName(code, lang);
  return countryCode(name) === code ? name : code;
}
