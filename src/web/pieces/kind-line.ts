import { registerLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html, type Inside } from '../html.ts';

/** What a record is (shape, colour and word), and what else is to be known at first sight. */
export function kindLine(t: Translate, register: string, more: readonly Inside[] = []): Html {
  return html`<p class="kind ${register}"><b>${registerLabel(t, register)}</b>${more.map(
    (one) => one !== undefined && one !== false && one !== '' && html`<span>${one}</span>`,
  )}`;
}
