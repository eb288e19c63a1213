import { countryName } from '../../vocabulary/countries.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html } from '../html.ts';
import { comma } from './countries.ts';

/** Names shown on each side; a list of results is not the place for forty countries. */
const most = 6;

/**
 * Who shares, the arc, who uses: a full dot for the one, an open dot for the other. One side alone is shown without
 * an arc; nothing for no countries at all. Plain names: a page of results stays small.
 */
export function flowLine(t: Translate, providers: readonly string[], hosts: readonly string[]): Html {
  const away = hosts.filter((host) => !(providers.length === 1 && providers[0] === host));
  if (providers.length === 0 && away.length === 0) return html``;
  if (away.length === 0) return html`<p class=flow>${names(t, providers)}`;
  return html`<p class=flow>${providers.length > 0 && html`<span>${names(t, providers)}</span>`}<span class=arc><span class=vh>${t('flows.to')}</span></span><span>${names(t, away)}</span>`;
}

function names(t: Translate, codes: readonly string[]): string {
  const shown = codes.slice(0, most).map((code) => countryName(code, t.lang));
  const rest = codes.length - shown.length;
  return [...shown, ...(rest > 0 ? [t('common.moreCount', { n: rest })] : [])].join(comma(t));
}
