import type { Shown } from '../../operations/show.ts';
import { formatDayOf } from '../../wording/format.ts';
import type { MessageKey, Translate } from '../../wording/messages.ts';
import { pageAddress, recordPath } from '../address.ts';
import { type Html, html } from '../html.ts';

/** Choices offered on either side; the address takes any revision. */
const mostChoices = 60;

/** Two lists of revisions and a button: any two can be compared. */
export function compareForm(t: Translate, shown: Shown, from: number, to: number): Html {
  const { register, id } = shown.record;
  const choice = (name: 'from' | 'to', label: MessageKey, chosen: number): Html =>
    html`<label>${t(label)} <select name="${name}">${shown.revisions
      .slice(-mostChoices)
      .reverse()
      .map(({ revision, changedAt }) => {
        const text = `${revision} · ${formatDayOf(t.lang, changedAt)}`;
        return revision === chosen
          ? html`<option value="${revision}" selected>${text}`
          : html`<option value="${revision}">${text}`;
      })}</select></label>`;
  return html`<form class="sort" action="${pageAddress(t.lang, `${recordPath(register.name, id)}/compare`)}">${choice(
    'from',
    'compare.older',
    from,
  )}${choice('to', 'compare.newer', to)}<button class="quiet">${t('record.compare')}</button></form>`;
}
