import { Fault } from '../../kernel/fault.ts';
import { followForReading } from '../../operations/follow.ts';
import { askedOfBody, bodies } from '../../operations/follow-up/asked-of.ts';
import { boardRequest, dayIn } from '../../operations/follow-up/board-request.ts';
import { instrumentBoard } from '../../operations/follow-up/instrument-board.ts';
import { instruments } from '../../operations/follow-up/instruments.ts';
import { lastMeetingOf } from '../../operations/follow-up/last-meeting.ts';
import { closedReports } from '../../operations/follow-up/report/close-report.ts';
import { openRoundsOn } from '../../operations/follow-up/report-round.ts';
import { today } from '../../operations/house.ts';
import type { Asked } from '../pages/page-makers.ts';
import type { PageParts } from '../pages/page-parts.ts';
import { boardPage } from './board-page.ts';
import { bodiesPage, bodyPage } from './bodies-page.ts';
import { instrumentsPage } from './instruments-page.ts';
import { reportPage } from './report-page.ts';

/** Measures on one page of a board. */
const pageSize = 50;
const longestName = 200;

export async function instrumentList({ house, t, parameters }: Asked): Promise<PageParts> {
  const day = today(house);
  const asOf = dayIn(parameters, 'asOf') ?? day;
  return instrumentsPage(t, await instruments(house, asOf), { asOf, today: day });
}

export async function board({ house, t, parameters, named: { id = '' } }: Asked): Promise<PageParts> {
  const day = today(house);
  const request = boardRequest(parameters, day, pageSize);
  const made = await instrumentBoard(house, id, request);
  const lastMeeting = lastMeetingOf(house.board.tracking, id, request.asOf);
  return boardPage(t, {
    board: made,
    request,
    today: day,
    ...(lastMeeting === undefined ? {} : { lastMeeting }),
  });
}

/** Where the report on an instrument is chosen. @throws Fault `notFound`. */
export async function report({ house, t, named: { id = '' }, visitor }: Asked): Promise<PageParts> {
  await followForReading(house);
  const instrument = house.board.tracking.find(id);
  if (instrument?.tracked.role !== 'instrument') throw new Fault('notFound', { id });
  const closed = await closedReports(house, id);
  const [open] = openRoundsOn(house, id);
  return reportPage(t, { instrument, today: today(house), closed, open, visitor });
}

export async function bodyList({ house, t, parameters }: Asked): Promise<PageParts> {
  const name = (parameters.get('name') ?? '').slice(0, longestName);
  if (name === '') return bodiesPage(t, await bodies(house));
  return bodyPage(t, name, await askedOfBody(house, name, today(house)));
}
