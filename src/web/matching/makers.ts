import type { Office } from '../../operations/house.ts';
import { today } from '../../operations/house.ts';
import { partnerRequest } from '../../operations/matching/partner-request.ts';
import { partners } from '../../operations/matching/partners.ts';
import { type AskedToSolve, solveRequest } from '../../operations/matching/solve-request.ts';
import { whoHasSolved } from '../../operations/matching/who-has-solved.ts';
import type { Translate } from '../../wording/messages.ts';
import type { Asked } from '../pages/page-makers.ts';
import type { PageParts } from '../pages/page-parts.ts';
import { howPage } from './how-page.ts';
import { partnersPage } from './partners-page.ts';
import { solvedPage } from './solved-page.ts';

/** Records on the page. */
export const shownSolutions = 10;

export async function solved({ house, t, parameters }: Asked): Promise<PageParts> {
  return solvedFor(house, t, solveRequest(parameters, t.lang, shownSolutions));
}

/** The page of a question, however it came. */
export async function solvedFor(house: Office, t: Translate, asked: AskedToSolve): Promise<PageParts> {
  const { text, record } = asked.request;
  const day = today(house);
  const asks = house.usefulness !== undefined;
  if (text === '' && record === undefined) return solvedPage(t, { asked, today: day, asks });
  const solved = await whoHasSolved(house, asked.request);
  return solvedPage(t, { asked, solved, today: day, asks });
}

export async function howMatchesAreFound({ t }: Asked): Promise<PageParts> {
  return howPage(t);
}

export async function partnerSuggestions({ house, t, parameters }: Asked): Promise<PageParts> {
  const asked = partnerRequest(parameters);
  const found = asked.request === undefined ? undefined : await partners(house, asked.request);
  return partnersPage(t, asked, found);
}
