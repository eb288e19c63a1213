import { closeRoundWithReport } from '../../operations/follow-up/report/close-round-with-report.ts';
import { getRound, reportRounds } from '../../operations/follow-up/report-round.ts';
import {
  type CountryAnswer,
  type RoundAnswers,
  roundAnswers,
} from '../../operations/follow-up/round-answers.ts';
import { today } from '../../operations/house.ts';
import { allFiles } from '../../reports/closed-report.ts';
import type { Asked } from '../asked.ts';
import { actorOf } from '../caller.ts';
import type { Body } from '../schemas.ts';
import { closedReportsJson } from './reports.ts';

/** Rounds of an instrument, or of all, the newest first. */
export async function rounds({ office, context }: Asked): Promise<Response> {
  const found = await reportRounds(office, context.req.query('instrument'));
  const day = today(office);
  return context.json({ rounds: found.map((one) => roundJson(roundAnswers(office, one, day))) });
}

/** One with the answer of each country. @throws Fault `notFound`. */
export async function round({ office, context }: Asked): Promise<Response> {
  const found = await getRound(office, idIn(context.req.param('id')));
  const answers = roundAnswers(office, found, today(office));
  return context.json({
    ...roundJson(answers),
    measures: found.measures.map(({ recordId }) => recordId),
    countries: answers.countries.map(countryJson),
  });
}

/** @throws Fault as `closeRoundWithReport`. */
export async function closeRound(asked: Asked, { post }: Body<'Acting'>): Promise<Response> {
  const { office, context } = asked;
  const id = idIn(context.req.param('id'));
  const actor = await actorOf(asked, post);
  const { instrument } = await getRound(office, id);
  await closeRoundWithReport(office, actor, id, allFiles);
  return context.json(await closedReportsJson(office, instrument));
}

/** An address of the page has an ending. */
function idIn(part = ''): string {
  return part.split('.')[0] ?? '';
}

function roundJson({ round: about, counts, reports, wanted }: RoundAnswers) {
  const { id, title, instrument, openedOn, deadline, closedOn } = about;
  const closed = closedOn === undefined ? {} : { closedOn };
  return { id, title, instrument, openedOn, deadline, ...closed, counts, reports, wanted };
}

function countryJson({ reports, missing, ...more }: CountryAnswer) {
  const ids = (list: CountryAnswer['reports']) => list.map(({ recordId }) => recordId);
  return { ...more, reports: ids(reports), missing: ids(missing) };
}
