import type { BoardRecord, TaskKind } from '../../operations/ports/board.ts';
import type { Actor } from '../../policy/actor.ts';
import { formatDate, formatDayOf, formatNumber, listOf } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { comma } from '../../wording/punctuation.ts';
import { pageAddress, recordPath } from '../address.ts';
import { type Html, html } from '../html.ts';
import { alike } from '../pages/record-asides.ts';
import { countryLabel } from '../pieces/country-name.ts';
import { kindLine } from '../pieces/kind-line.ts';
import type { OtherRecord, SeenTask } from './desk-view.ts';
import { betweenLine, recordLink } from './record-line.ts';

/** What waits, the most pressing first: why, what, whose word is wanted, since when, until when. */
export function taskList(t: Translate, { post }: Actor, tasks: readonly SeenTask[], day: string): Html {
  return html`<ul class="res calm">${tasks.map((task) => {
    const { kind, record, country, others } = task;
    const shown = about(task);
    const asked = kind === 'toConfirm' && country !== undefined && country !== post.country;
    return html`<li>${kindLine(t, record.register, [taskName(t, kind), asked && countryLabel(t, country)])}<h3>${recordLink(t, shown)}</h3>${betweenLine(t, shown, post.country)}<p class=soft>${[disputing(t, kind, record), when(t, task, day)]}</p>${others.map(
      (other) => otherLine(t, post.id, kind, record, other),
    )}`;
  })}</ul>`;
}

/** Of a draft on its way the title is its own, not that of what is in force meanwhile. */
function about({ kind, record }: SeenTask): BoardRecord {
  const writing = kind === 'toReview' || kind === 'returned' || kind === 'draft';
  return writing ? { ...record, ...record.drafted } : record;
}

export function taskName(t: Translate, kind: TaskKind): string {
  return t(`desk.task.${kind}`);
}

function disputing(t: Translate, kind: TaskKind, { state }: BoardRecord): string {
  if (kind !== 'disputed') return '';
  const countries = Object.entries(state.answers).flatMap(([country, answer]) =>
    answer.state === 'disputed' ? [countryLabel(t, country)] : [],
  );
  return `${t('desk.disputedBy', { countries: listOf(t.lang, countries) })} · `;
}

function when(t: Translate, { since, dueOn }: SeenTask, day: string): Html {
  const waits = t('desk.since', { date: formatDayOf(t.lang, since) });
  if (dueOn === undefined) return html`${waits}`;
  const date = formatDate(t.lang, dueOn);
  return html`${waits} · ${dueOn < day ? html`<b>${t('desk.overdue', { date })}</b>` : t('desk.dueOn', { date })}`;
}

/** The record that may be the same or report the same, what speaks for it, and the way to decide. */
function otherLine(
  t: Translate,
  post: string,
  kind: TaskKind,
  { register, recordId }: BoardRecord,
  { record: other, because, score }: OtherRecord,
): Html {
  const query = new URLSearchParams({ post, register, id: recordId, other: other.recordId });
  const reasons =
    because.length > 0 && t('record.alike', { what: because.map((one) => alike(t, one)).join(comma(t)) });
  const likely =
    score !== undefined && t('desk.likely', { percent: formatNumber(t.lang, Math.round(score * 100)) });
  const small = [likely, reasons].filter((one) => one !== false).join(' · ');
  const path = kind === 'pair' ? recordPath(register, recordId) : `/desk/duplicate?${query}`;
  return html`<p>${t(kind === 'pair' ? 'desk.pairWith' : 'desk.sameAs')} ${recordLink(t, other)} <small>${small}</small> <a href="${pageAddress(t.lang, path)}">${t('desk.decide')}</a>`;
}
