import type { Fault } from '../../kernel/fault.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { type Html, html } from '../html.ts';

/** The way to where a second factor is set up: whoever has one showed it when signing in. */
export function factorLink(t: Translate): Html {
  return html`<a href="${pageAddress(t.lang, '/account')}">${t('review.factorFirst')}</a>`;
}

/** The same under a refusal, where it is a second factor that is wanting. */
export function factorWay(t: Translate, fault: Fault): Html {
  return fault.code === 'secondFactorNeeded' ? html`<p>${factorLink(t)}` : html``;
}
