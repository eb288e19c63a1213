import { freshnessOn } from '../../lifecycle/freshness.ts';
import type { Actor } from '../../policy/actor.ts';
import { formatDate, formatDayOf } from '../../wording/format.ts';
import { registerLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { type Html, html } from '../html.ts';
import type { DueRecord } from './desk-view.ts';
import { recordLink } from './record-line.ts';

/** Records that want a fresh word; those that the post may confirm can be checked and taken to the preview together. */
export function dueList(t: Translate, { post }: Actor, due: readonly DueRecord[], day: string): Html {
  const some = due.some(({ confirmable }) => confirmable);
  const rows = due.map((one) => row(t, one, day, some));
  if (!some) return html`<ul class=acts>${rows}</ul>`;
  return html`<form action="${pageAddress(t.lang, '/desk/confirm')}"><input type=hidden name=post value="${post.id}"><fieldset><legend>${t('desk.due.check')}</legend><ul>${rows}</ul></fieldset><p><button class=quiet>${t('desk.due.look')}</button></form>`;
}

function row(
  t: Translate,
  { task: { record, since, dueOn }, confirmable }: DueRecord,
  day: string,
  some: boolean,
): Html {
  const { register, recordId } = record;
  const id = `due:${register}:${recordId}`;
  const last = t('desk.lastConfirmed', { date: formatDayOf(t.lang, since) });
  const date = dueOn === undefined ? '' : formatDate(t.lang, dueOn);
  const freshness = freshnessOn(dueOn, day);
  const until =
    freshness === 'fresh'
      ? t('desk.dueOn', { date })
      : html`<b>${t(freshness === 'stale' ? 'desk.staleSince' : 'desk.overdue', { date })}</b>`;
  const line = html`${recordLink(t, record)}<br><small>${registerLabel(t, register)} · ${last} · ${until}</small>`;
  if (!some) return html`<li>${line}`;
  const box =
    confirmable &&
    html`<input type=checkbox name=record value="${register}/${recordId}" id="${id}" aria-label="${t('desk.due.tick')}" aria-describedby="${id}:t">`;
  return html`<li class=tick>${box}<span id="${id}:t">${line}</span>`;
}
