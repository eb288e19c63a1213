import { factsOfNew } from '../../operations/facts-of.ts';
import type { Office } from '../../operations/house.ts';
import { today } from '../../operations/house.ts';
import { partnerRequest } from '../../operations/matching/partner-request.ts';
import { partners } from '../../operations/matching/partners.ts';
import { type AskedToSolve, solveRequest } from '../../operations/matching/solve-request.ts';
import { whoHasSolved } from '../../operations/matching/who-has-solved.ts';
import type { Translate } from '../../wording/messages.ts';
import type { Visitor } from '../desk/visitor.ts';
import type { Asked } from '../pages/page-makers.ts';
import type { PageParts } from '../pages/page-parts.ts';
import { actorsOf, isOpen } from '../review/acting.ts';
import { howPage } from './how-page.ts';
import { partnersPage } from './partners-page.ts';
import { type SolvedView, solvedPage } from './solved-page.ts';

/** Records on the page. */
export const shownSolutions = 10;

export async function solved({ house, t, parameters, visitor }: Asked): Promise<PageParts> {
  const asked = askedFor(solveRequest(parameters, t.lang, shownSolutions), parameters, visitor);
  const { text, record } = asked.request;
  if (text !== '' || record !== undefined) return solvedFor(house, t, asked, visitor);
  const asks = house.usefulness !== undefined;
  return solvedPage(t, { asked, empty: parameters.has('q'), today: today(house), asks });
}

/**
 * A question of somebody who acts for a country is asked for that country, unless another one was typed or the field was
 * emptied.
 */
export function askedFor(asked: AskedToSolve, given: URLSearchParams, visitor?: Visitor): AskedToSolve {
  const country = visitor?.posts.find((post) => post.country !== undefined)?.country;
  if (country === undefined || asked.request.record !== undefined) return asked;
  if (!given.has('country')) return { ...asked, request: { ...asked.request, country } };
  return given.get('country')?.trim() === '' ? { ...asked, emptied: true } : asked;
}

/** The page of a question, however it came; for who may write a need also the way to one. */
export async function solvedFor(
  house: Office,
  t: Translate,
  asked: AskedToSolve,
  visitor?: Visitor,
): Promise<PageParts> {
  const { record } = asked.request;
  const day = today(house);
  const asks = house.usefulness !== undefined;
  const solved = await whoHasSolved(house, asked.request);
  const writes = record === undefined ? await needWriter(house, visitor) : undefined;
  return solvedPage(t, { asked, solved, today: day, asks, ...(writes && { writes }) });
}

/** The first post of a visitor that may write a need. */
async function needWriter(office: Office, visitor: Visitor | undefined): Promise<SolvedView['writes']> {
  if (visitor === undefined) return undefined;
  const actors = await actorsOf(office, visitor);
  const writer = actors.find((one) => isOpen('save', one, factsOfNew('need')));
  return writer && { post: writer.post.id, formToken: visitor.session.formToken };
}

export async function howMatchesAreFound({ t }: Asked): Promise<PageParts> {
  return howPage(t);
}

export async function partnerSuggestions({ house, t, parameters }: Asked): Promise<PageParts> {
  const asked = partnerRequest(parameters);
  const found = asked.request === undefined ? undefined : await partners(house, asked.request);
  return partnersPage(t, asked, found);
}
