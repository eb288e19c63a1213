import type { Step } from '../../followup/survival.ts';
import type { InstrumentBoard } from '../../operations/follow-up/instrument-board.ts';
import { formatDate, formatNumber, formatShare } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { colon } from '../../wording/punctuation.ts';
import { type Html, html } from '../html.ts';

const daysInYear = 365.25;
const width = 700;
const height = 180;

/** How time was kept, each number with what it is counted over. */
export function timeKept(t: Translate, board: InstrumentBoard): Html {
  const { due, onTime, atLateEvent, late, open, onTimeShare, medianDelay } = board.timeliness;
  const date = formatDate(t.lang, board.asOf);
  const said =
    onTimeShare === undefined
      ? html`<p>${t('board.noneDue', { date })}`
      : html`<ul><li>${t('board.onTime', { share: formatShare(t.lang, onTimeShare), onTime, due, late, open, date })}${atLateEvent > 0 && html`<li>${t('board.atLateEvent', { n: atLateEvent })}`}<li>${
          medianDelay === undefined
            ? t('board.medianOpen', { n: due })
            : t('board.medianDelay', { days: medianDelay, n: due })
        }${lateEvents(t, board)}</ul>`;
  return html`<h2>${t('board.statistics')}</h2>${said}${survival(t, board)}`;
}

/** What the lateness of events themselves makes of it; nothing where none was late. */
function lateEvents(
  t: Translate,
  { timeliness: { due, lateEvents: n, medianAfterEvent } }: InstrumentBoard,
): Html {
  if (n === 0) return html``;
  return html`<li>${t('board.lateEvents', { n, due })} ${
    medianAfterEvent !== undefined && t('board.medianAfterEvent', { days: medianAfterEvent })
  }`;
}

function survival(t: Translate, { survival: steps, watched, asOf }: InstrumentBoard): Html {
  if (steps.length === 0) return html``;
  const help = t('board.survivalHelp', {
    n: watched.all,
    done: watched.completed,
    date: formatDate(t.lang, asOf),
  });
  return html`<h2>${t('board.survival')}</h2><p class=soft>${help}</p><div class=scroll tabindex=0 role=region aria-label="${t('board.survival')}">${curve(steps, watched.days)}</div><details><summary>${t('board.asTable')}</summary><div class=scroll tabindex=0 role=region aria-label="${t('board.asTable')}${colon(t)}${t('board.survival')}"><table><thead><tr><th scope=col class=num>${t('board.years')}<th scope=col class=num>${t('board.stillOpenShare')}<th scope=col class=num>${t('board.watched')}<tbody>${steps.map(
    ({ days, open, atRisk }) =>
      html`<tr><td class=num>${formatNumber(t.lang, Math.round((days / daysInYear) * 10) / 10)}<td class=num>${formatShare(t.lang, open)}<td class=num>${formatNumber(t.lang, atRisk)}`,
  )}</table></div></details>`;
}

/** The share still open as a stair that falls where something was completed; the scale goes to 100 %. */
function curve(steps: readonly Step[], watchedDays: number): Html {
  const last = Math.max(daysInYear, watchedDays);
  const x = (days: number) => Math.round(40 + (days / last) * (width - 50));
  const y = (open: number) => Math.round(8 + (1 - open) * (height - 34));
  const stairs = steps.map(({ days, open }) => `H${x(days)}V${y(open)}`).join('');
  const years = Math.floor(last / daysInYear);
  const apart = Math.max(1, Math.ceil(years / 10));
  const marks = Array.from({ length: Math.floor(years / apart) + 1 }, (_, place) => place * apart);
  return html`<svg class=map viewBox="0 0 ${width} ${height}" aria-hidden=true font-size=12 fill=currentColor direction=ltr>${[
    1, 0.5, 0,
  ].map(
    (share) =>
      html`<path d="M40 ${y(share)}H${width}" stroke=var(--line) /><text x=0 y="${y(share) + 4}">${share * 100}%</text>`,
  )}${marks.map((year) => html`<text x="${x(year * daysInYear)}" y="${height - 4}">${year}</text>`)}<path d="M40 ${y(1)}${stairs}H${x(last)}" fill=none stroke=var(--indigo) stroke-width=3 /></svg>`;
}
