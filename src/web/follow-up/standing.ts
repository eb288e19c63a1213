import type { Entry } from '../../followup/entry.ts';
import { dayIn } from '../../operations/follow-up/board-request.ts';
import { type MeasureDetail, measureDetail, type Said } from '../../operations/follow-up/measure-detail.ts';
import type { House } from '../../operations/house.ts';
import { today } from '../../operations/house.ts';
import type { Tracked } from '../../operations/ports/tracking.ts';
import { formatDate } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { colon, comma } from '../../wording/punctuation.ts';
import { sinceText } from '../../wording/since-until.ts';
import { pageAddress, recordPath } from '../address.ts';
import { type Html, html, joined } from '../html.ts';
import { label } from '../pages/label.ts';
import { source } from '../pieces/parts.ts';
import { standingMark } from './board-rows.ts';
import { trackedHeading } from './instruments-page.ts';
import { stateMark } from './state-mark.ts';
import { boardPath, trackedLink } from './tracked-link.ts';

/** Reports shown at first; `all=1` shows all. */
const firstReports = 12;
const mostReports = 500;

/**
 * What follow-up says on the page of a record: of a measure how it stands and why, of an instrument the way to its
 * board, of what speaks of a measure the way to that. Undefined for a record that plays no part in it.
 * @throws Fault `badQuery` for an `asOf` that is no day.
 */
export async function standingOf(
  house: House,
  t: Translate,
  id: string,
  parameters: URLSearchParams,
): Promise<Html | undefined> {
  const { tracking } = house.board;
  const tracked = tracking.find(id);
  if (tracked === undefined) return undefined;
  const { role, measures = [] } = tracked.tracked;
  if (role === 'instrument') return instrumentLink(t, tracked);
  if (role === 'measure') {
    const asOf = dayIn(parameters, 'asOf') ?? today(house);
    const most = parameters.get('all') === '1' ? mostReports : firstReports;
    return measurePanel(t, await measureDetail(house, id, asOf, most), asOf);
  }
  const about = measures.flatMap((one) => tracking.find(one) ?? []);
  if (about.length === 0) return undefined;
  return html`<p>${label(t, 'board.speaksOf')}${joined(
    about.map((one) => trackedLink(t, one)),
    comma(t),
  )}`;
}

function instrumentLink(t: Translate, { recordId }: Tracked): Html {
  return html`<p><a class="btn quiet" href="${pageAddress(t.lang, boardPath(recordId))}">${t('board.open')}</a>`;
}

function measurePanel(t: Translate, detail: MeasureDetail, asOf: string): Html {
  const { row, instrument, said, commitments, indicators, dependsOn, dependants } = detail;
  const { standing, measure } = row;
  const path = recordPath(measure.register, measure.recordId);
  return html`${
    instrument !== undefined &&
    html`<p>${label(t, 'board.partOf')}${trackedLink(t, instrument, boardPath(instrument.recordId))}`
  }<h2 id=standing>${t('board.standing')}</h2><p class=big>${standingMark(t, row)}</p><p class=soft>${t('board.asOfDate', { date: formatDate(t.lang, asOf) })}${
    standing.since !== undefined && ` · ${sinceText(t, standing.since)}`
  }</p>${why(t, detail)}<form class=sort action="${pageAddress(t.lang, path)}"><label for="asOf">${t('board.asOf')}</label> <input id="asOf" name="asOf" type=date value="${asOf}"> <button class="btn quiet">${t('board.show')}</button></form>${
    said.length > 0 &&
    html`<h2>${t('board.history')}</h2><ul class=plain>${said.map((one) => saidLine(t, one))}</ul>${
      row.reports > said.length &&
      html`<p><a href="${pageAddress(t.lang, `${path}?all=1`)}">${t('common.moreCount', { n: row.reports - said.length })}</a>`
    }`
  }${listed(t, t('board.dependsOn'), dependsOn)}${listed(t, t('board.dependants'), dependants)}${[
    commitments,
    indicators,
  ].map((records) =>
    records[0] === undefined ? '' : html`${trackedHeading(t, records[0].register)}${list(t, records)}`,
  )}`;
}

/** The report on which the state rests, others of the same day against it, and what is only claimed. */
function why(t: Translate, { row: { standing }, said }: MeasureDetail): Html {
  const { because, against, claimed } = standing;
  if (because === undefined && claimed === undefined) return html`<p>${t('board.nobody')}`;
  const named = (entries: readonly Entry[]): Html =>
    joined(
      entries.map(({ id, on, state }) => {
        const found = said.find(({ tracked }) => tracked.recordId === id);
        const link = found === undefined ? html`<bdi>${id}</bdi>` : trackedLink(t, found.tracked);
        return html`${link} (${formatDate(t.lang, on)}${colon(t)}${t(`measureState.${state}`)})`;
      }),
      comma(t),
    );
  return html`${because !== undefined && html`<p>${label(t, 'board.why')}${named([because])}`}${
    against.length > 0 && html`<p>${label(t, 'board.against')}${named(against)}`
  }${claimed !== undefined && html`<p>${label(t, 'board.claimed')}${named([claimed])}`}`;
}

function saidLine(t: Translate, { tracked, evidence }: Said): Html {
  const { on, state } = tracked.tracked;
  const known = (['notStarted', 'underWay', 'done', 'lapsed', 'superseded', 'noInformation'] as const).find(
    (one) => one === state,
  );
  return html`<li>${on !== undefined && html`<b>${formatDate(t.lang, on)}</b> `}${known !== undefined && stateMark(t, known)} · ${trackedLink(t, tracked)}<br><small>${
    evidence.length === 0
      ? t('board.noEvidence')
      : joined(
          evidence.slice(0, 4).map((one) => source(t, one)),
          comma(t),
        )
  }</small>`;
}

function listed(t: Translate, heading: string, records: readonly Tracked[]): Html {
  return records.length === 0 ? html`` : html`<h2>${heading}</h2>${list(t, records)}`;
}

function list(t: Translate, records: readonly Tracked[]): Html {
  return html`<ul class=plain>${records.map((one) => html`<li>${trackedLink(t, one)}`)}</ul>`;
}
