import { daysBetween } from '../../kernel/partial-date.ts';
import { doneDayOf, type MeasureRow } from '../../operations/follow-up/measure-row.ts';
import { formatDate, formatNumber } from '../../wording/format.ts';
import { registerLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { colon } from '../../wording/punctuation.ts';
import { type Html, html, markup } from '../html.ts';
import { trackedLink } from './tracked-link.ts';

const width = 700;
const left = 50;
const rowHeight = 18;

/**
 * For each measure the planned day and the day on which it was done; the line between is the delay, with a stroke where
 * the event at which it was due ended later than planned. Of many the first `most`.
 */
export function timeLine(t: Translate, rows: readonly MeasureRow[], asOf: string, most: number): Html {
  const shown = rows.slice(0, most);
  if (shown.length === 0) return html``;
  return html`<h2>${t('board.timeline')}</h2><p class=soft>${t('board.timelineHelp')} ${anyLateEvent(shown) && t('board.timelineEvent')}</p><div class=scroll tabindex=0 role=region aria-label="${t('board.timeline')}">${picture(shown, asOf)}</div><details><summary>${t('board.asTable')}</summary>${table(t, shown)}</details>${
    rows.length > shown.length && html`<p>${t('common.moreCount', { n: rows.length - shown.length })}`
  }`;
}

function picture(rows: readonly MeasureRow[], asOf: string): Html {
  const days = [
    asOf,
    ...rows.flatMap((row) =>
      [row.deadline?.planned ?? [], endedLate(row) ?? [], doneDayOf(row) ?? []].flat(),
    ),
  ].sort();
  const first = `${(days[0] ?? asOf).slice(0, 4)}-01-01`;
  const last = days.at(-1) ?? asOf;
  const span = Math.max(1, daysBetween(first, last));
  const at = (day: string) => Math.round(left + (daysBetween(first, day) / span) * (width - left - 8));
  const height = rows.length * rowHeight + 24;
  const years = ticks(Number(first.slice(0, 4)), Number(last.slice(0, 4)));
  return html`<svg class=map viewBox="0 0 ${width} ${height}" aria-hidden=true font-size=12 fill=currentColor direction=ltr>${years.map(
    (year) =>
      html`<path d="M${at(`${year}-01-01`)} 0V${height - 18}" stroke=var(--line) /><text x="${at(`${year}-01-01`)}" y="${height - 4}">${year}</text>`,
  )}${rows.map((row, place) => {
    const y = place * rowHeight + 10;
    const done = doneDayOf(row);
    const planned = row.deadline?.planned;
    const ended = endedLate(row);
    const end = at(done ?? asOf);
    return html`<text x=0 y="${y + 4}">${row.measure.tracked.number?.slice(0, 7) ?? ''}</text>${
      planned !== undefined &&
      html`<path d="M${at(planned)} ${y}H${end}" stroke-width=2 stroke="${delayColour(planned, done)}"${done === undefined && markup(' stroke-dasharray="3 3"')}/><circle cx="${at(planned)}" cy="${y}" r=4 fill=var(--paper) stroke=currentColor stroke-width=2 />`
    }${
      ended !== undefined &&
      html`<path d="M${at(ended)} ${y - 6}V${y + 6}" stroke=currentColor stroke-width=2 />`
    }${done !== undefined && html`<circle cx="${end}" cy="${y}" r=4 fill=var(--leaf) />`}`;
  })}</svg>`;
}

/** The end of the event of a measure, where that was itself late. */
function endedLate({ deadline }: MeasureRow): string | undefined {
  return deadline !== undefined && deadline.planned < deadline.limit ? deadline.limit : undefined;
}

function anyLateEvent(rows: readonly MeasureRow[]): boolean {
  return rows.some((row) => endedLate(row) !== undefined);
}

function delayColour(planned: string, done: string | undefined): string {
  if (done === undefined) return 'var(--soft)';
  return done > planned ? 'var(--arc)' : 'var(--leaf)';
}

/** At most ten years, evenly apart. */
function ticks(first: number, last: number): readonly number[] {
  const step = Math.max(1, Math.ceil((last - first + 1) / 10));
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, place) => first + place * step);
}

function table(t: Translate, rows: readonly MeasureRow[]): Html {
  const name = registerLabel(t, rows[0]?.measure.register ?? '');
  const withEvents = anyLateEvent(rows);
  const day = (date: string | undefined) => (date === undefined ? '–' : formatDate(t.lang, date));
  const days = (n: number | undefined) => (n === undefined ? '–' : formatNumber(t.lang, n));
  return html`<div class=scroll tabindex=0 role=region aria-label="${t('board.asTable')}${colon(t)}${t('board.timeline')}"><table><thead><tr><th scope=col>${name}<th scope=col>${t('board.planned')}${withEvents && html`<th scope=col>${t('board.eventEnded')}`}<th scope=col>${t('board.real')}<th scope=col class=num>${t('board.delay')}${withEvents && html`<th scope=col class=num>${t('board.eventDelay')}`}<tbody>${rows.map(
    (row) => {
      const done = doneDayOf(row);
      const ended = endedLate(row);
      return html`<tr><th scope=row>${trackedLink(t, row.measure)}<td>${day(row.deadline?.planned)}${withEvents && html`<td>${day(ended)}`}<td>${done === undefined ? t('board.stillOpen') : day(done)}<td class=num>${days(row.lateness?.total)}${
        withEvents && html`<td class=num>${days(ended === undefined ? undefined : row.lateness?.event)}`
      }`;
    },
  )}</table></div>`;
}
