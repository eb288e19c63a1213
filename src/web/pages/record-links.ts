import { leadsHere } from '../../kernel/own-machine.ts';
import type { Presented } from '../../policy/present.ts';
import { registerLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { recordPath } from '../address.ts';
import { type Html, html } from '../html.ts';
import { recordAddress } from './record-heading.ts';

/** From a page about a record to the record. */
export function backToRecord(t: Translate, record: Presented): Html {
  return html`<p class="kind ${record.register.name}"><b><a href="${recordAddress(t, record)}">${registerLabel(t, record.register.name)} <bdi>${record.id}</bdi></a></b>`;
}

/** How the record is called from outside: absolute where the house knows its own address. */
export function publicAddressOf(publicAddress: string, lang: string, record: Presented): string {
  return `${publicAddress}/${lang}${recordPath(record.register.name, record.id)}`;
}

/** The same to be cited: absent where the house knows no address that others can follow. */
export function citedAddressOf(publicAddress: string, lang: string, record: Presented): string | undefined {
  return leadsHere(publicAddress) ? publicAddressOf(publicAddress, lang, record) : undefined;
}
