import { closedReports } from '../../operations/follow-up/report/close-report.ts';
import {
  getRound,
  isCalledUpon,
  isOpenRound,
  mayAnswer,
  reportRounds,
} from '../../operations/follow-up/report-round.ts';
import { roundAnswers } from '../../operations/follow-up/round-answers.ts';
import { today } from '../../operations/house.ts';
import type { PageMaker } from '../pages/page-makers.ts';
import { listPage } from './list-page.ts';
import { roundPage } from './round-page.ts';

/** Rounds of an instrument, or of all. */
export const roundList: PageMaker = async ({ house, t, parameters, visitor }) => {
  const instrument = parameters.get('instrument') ?? undefined;
  const rounds = await reportRounds(house, instrument);
  const day = today(house);
  const secretariat = visitor?.posts.find(({ kind }) => kind === 'secretariat');
  return listPage(
    t,
    rounds.map((round) => roundAnswers(house, round, day)),
    { day, instrument, secretariat },
  );
};

/** Who was asked in a round, who answered when, and who is silent. */
export const roundOfAddress: PageMaker = async ({ house, t, named: { id = '' }, visitor }) => {
  const round = await getRound(house, id);
  const day = today(house);
  const posts = visitor?.posts ?? [];
  const answering =
    posts.find((post) => isCalledUpon(round, post)) ?? posts.find((post) => mayAnswer(round, post));
  return roundPage(t, roundAnswers(house, round, day), {
    day,
    instrument: house.board.tracking.find(round.instrument),
    report: (await closedReports(house, round.instrument)).find((one) => one.round === id),
    ...(isOpenRound(round) && answering !== undefined ? { answering } : {}),
    ...(isOpenRound(round) ? { secretariat: posts.find(({ kind }) => kind === 'secretariat') } : {}),
    ...(visitor === undefined ? {} : { formToken: visitor.session.formToken }),
  });
};
