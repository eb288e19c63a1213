import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { type Html, html } from '../html.ts';

/** The search question with its one field; `carried` keeps filters through a new question, `more` stands under it. */
export function findForm(
  t: Translate,
  words = '',
  carried: readonly (readonly [name: string, value: string])[] = [],
  more: Html = html``,
): Html {
  return html`<form class=find role=search action="${pageAddress(t.lang, '/search')}"><label for=q>${t('search.label')}</label><div><input type=search id=q name=q value="${words}" dir=auto enterkeyhint=search maxlength=500>${carried.map(
    ([name, value]) => html`<input type=hidden name="${name}" value="${value}">`,
  )}<button>${t('search.button')}</button></div>${more}</form>`;
}
