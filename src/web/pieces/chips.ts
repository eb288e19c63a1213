import type { Translate } from '../../wording/messages.ts';
import { type Html, html } from '../html.ts';

/** A filter in force, and the address at which it is gone. */
export interface Chip {
  readonly name: string;
  readonly without: string;
}

/** The filters in force, each one click from removal, and all at once; nothing for none. */
export function chips(t: Translate, active: readonly Chip[], clearAll: string): Html {
  if (active.length === 0) return html``;
  return html`<div class=chips>${active.map(
    ({ name, without }) =>
      html`<a class=x href="${without}" aria-label="${t('search.removeFilter', { name })}">${name}</a>`,
  )}<a class=all href="${clearAll}">${t('search.clearAll')}</a></div>`;
}

/** Links of which one is where the reader is: orders, views. */
export function choices(
  label: string | undefined,
  links: readonly { readonly name: string; readonly href: string; readonly current?: boolean }[],
): Html {
  return html`<div class=sort>${label !== undefined && html`<span>${label}</span>`}${links.map(
    ({ name, href, current }) =>
      html`<a href="${href}"${current === true && html` aria-current=true`}>${name}</a>`,
  )}</div>`;
}
