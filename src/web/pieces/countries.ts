import type { Translate } from '../../wording/messages.ts';
import { comma } from '../../wording/punctuation.ts';
import { countryPath, pageAddress } from '../address.ts';
import { type Html, html, joined } from '../html.ts';
import { countryLabel } from './country-name.ts';

/** The name of a country, leading to its page. */
export function countryLink(t: Translate, code: string): Html {
  return html`<a href="${pageAddress(t.lang, countryPath(code))}">${countryLabel(t, code)}</a>`;
}

/** Countries in a row, each leading to its page; past `most` only how many more. */
export function countryLinks(t: Translate, codes: readonly string[], most = 250): Html {
  const rest = codes.length - most;
  return html`${joined(
    codes.slice(0, most).map((code) => countryLink(t, code)),
    comma(t),
  )}${rest > 0 && [comma(t), t('common.moreCount', { n: rest })]}`;
}
