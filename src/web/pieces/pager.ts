import type { Translate } from '../../wording/messages.ts';
import { type Html, html } from '../html.ts';

/** Where in the results one is, and the way on and back; nothing where one page holds all. Past the last page: the way to that. */
export function pager(t: Translate, now: number, pages: number, addressOf: (page: number) => string): Html {
  if (now > pages && pages > 0)
    return html`<nav class=pager aria-label="${t('pager.label')}"><a class=btn rel=prev href="${addressOf(pages)}">${t('pager.page', { page: pages, pages })}</a></nav>`;
  if (pages <= 1) return html``;
  return html`<nav class=pager aria-label="${t('pager.label')}">${
    now > 1 && html`<a rel=prev href="${addressOf(now - 1)}">${t('pager.previous')}</a>`
  }<span>${t('pager.page', { page: now, pages })}</span>${
    now < pages && html`<a class=btn rel=next href="${addressOf(now + 1)}">${t('pager.next')}</a>`
  }</nav>`;
}
