import type { Translate } from '../../wording/messages.ts';
import { comma } from '../../wording/punctuation.ts';
import { type Html, html } from '../html.ts';
import { countryLabel } from './country-name.ts';

/** Names shown on each side; a list of results is not the place for forty countries. */
const most = 6;

/**
 * Who shares, the arc, who uses: a full dot for the one, an open dot for the other. An arc has two ends: one side alone
 * stands without it, after the word for its side where `sides` says that the side means something. Where the same
 * countries stand on both, each is named once. Nothing for no countries at all. Plain names: a page of results stays
 * small.
 */
export function flowLine(
  t: Translate,
  providers: readonly string[],
  hosts: readonly string[],
  sides = false,
): Html {
  if (providers.length + hosts.length === 0) return html``;
  if (sameCountries(providers, hosts)) {
    const [first, ...others] = providers;
    return others.length === 0
      ? html`<p class=flow>${names(t, providers)}`
      : html`<p class=flow><span>${names(t, first === undefined ? [] : [first])}</span><span class="arc both"><span class=vh>${t('flows.and')}</span></span><span>${names(t, others)}</span>`;
  }
  if (providers.length === 0 || hosts.length === 0) {
    const all = names(t, [...providers, ...hosts]);
    const side = t(hosts.length === 0 ? 'facet.provider' : 'facet.host');
    return html`<p class=flow>${sides ? html`<span><small>${side}</small> ${all}</span>` : all}`;
  }
  return html`<p class=flow><span>${names(t, providers)}</span><span class=arc><span class=vh>${t('flows.to')}</span></span><span>${names(t, hosts)}</span>`;
}

function sameCountries(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((code) => others.includes(code));
}

function names(t: Translate, codes: readonly string[]): string {
  const shown = codes.slice(0, most).map((code) => countryLabel(t, code));
  const rest = codes.length - shown.length;
  return [...shown, ...(rest > 0 ? [t('common.moreCount', { n: rest })] : [])].join(comma(t));
}
