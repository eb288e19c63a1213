import type { Actor } from '../../policy/actor.ts';
import { formatDayOf } from '../../wording/format.ts';
import { registerLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress, recordPath } from '../address.ts';
import { type Html, html } from '../html.ts';
import type { ObservedRecord } from './desk-view.ts';
import { recordLink } from './record-line.ts';

/** What third parties say of a country, by register; several can be ticked and decided on together. */
export function observedList(t: Translate, { post }: Actor, observed: readonly ObservedRecord[]): Html {
  const registers = [...new Set(observed.map(({ task }) => task.record.register))];
  const some = observed.some(({ adoptable }) => adoptable);
  const groups = registers.map((register) => {
    const ones = observed.filter(({ task }) => task.record.register === register);
    const rows = ones.map((one) => row(t, one));
    const name = registerLabel(t, register);
    return html`<h3>${name}</h3><ul${!some && html` class=acts`}>${rows}</ul>`;
  });
  if (!some) return html`${groups}`;
  return html`<form action="${pageAddress(t.lang, '/desk/observed')}"><input type=hidden name=post value="${post.id}"><fieldset><legend>${t('observed.check')}</legend>${groups}</fieldset><p class=sort><button class=quiet name=step value=adopt>${t('observed.adopt')}</button><button class=quiet name=step value=reject>${t('observed.reject')}</button></form>`;
}

function row(t: Translate, { task: { record, since }, adoptable }: ObservedRecord): Html {
  const { register, recordId } = record;
  const id = `observed:${register}:${recordId}`;
  const line = html`${recordLink(t, record)}<br><small>${t('observed.since', { date: formatDayOf(t.lang, since) })}</small>`;
  const { inForce, aside } = record.state;
  if (aside !== undefined) {
    const query = `from=${inForce ?? aside}&to=${aside}`;
    const compared = pageAddress(t.lang, `${recordPath(register, recordId)}/compare?${query}`);
    return html`<li>${line}<br><a href="${compared}">${t('observed.aside')}</a>`;
  }
  if (!adoptable) return html`<li>${line}`;
  return html`<li class=tick><input type=checkbox name=record value="${register}/${recordId}" id="${id}" aria-label="${t('observed.tick')}" aria-describedby="${id}:t"><span id="${id}:t">${line}</span>`;
}
