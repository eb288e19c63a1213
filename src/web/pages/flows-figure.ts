import type { Flow } from '../../operations/flows.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { type Html, html } from '../html.ts';
import { arcsSvg } from '../map/arcs.ts';

/** The map in the head of a page, with the way to the same as a table. */
export function flowsFigure(t: Translate, flows: readonly Flow[], most: number, query = ''): Html {
  return html`<figure>${arcsSvg(flows, { most })}<figcaption><span>${t('flows.caption')}</span> <a href="${pageAddress(t.lang, `/flows${query}`)}">${t('flows.seeTable')}</a></figcaption></figure>`;
}
