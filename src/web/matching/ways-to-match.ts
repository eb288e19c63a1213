import type { Presented } from '../../policy/present.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { type Html, html } from '../html.ts';

/** From the page of a need to what could answer it, from that of an offer to who needs it. */
export function waysToMatch(t: Translate, { register: { name }, id }: Presented): Html {
  if (name !== 'need' && name !== 'offer') return html``;
  const address = pageAddress(t.lang, `/solved?${new URLSearchParams({ record: `${name}/${id}` })}`);
  return html`<p><a href="${address}">${t(name === 'need' ? 'solved.fromNeed' : 'solved.fromOffer')}</a>`;
}
