import { Fault } from '../../kernel/fault.ts';
import { partnerRequest } from '../../operations/matching/partner-request.ts';
import { partners as partnersOf } from '../../operations/matching/partners.ts';
import {
  type AskedToSolve,
  defaultLimit,
  solveRequest,
  solveRequestOf,
} from '../../operations/matching/solve-request.ts';
import { type Solution, whoHasSolved } from '../../operations/matching/who-has-solved.ts';
import { addressOf } from '../address.ts';
import { type Asked, languageOf } from '../asked.ts';
import { numberOf } from '../query.ts';
import type { Body } from '../schemas.ts';

/** Who has solved a problem, with the reasons. @throws Fault `badQuery`, `notFound`. */
export function solved(asked: Asked): Promise<Response> {
  const { context } = asked;
  const { searchParams } = new URL(context.req.url);
  const limit = numberOf(context, 'limit', defaultLimit);
  return answered(asked, solveRequest(searchParams, languageOf(context), limit));
}

/** The same for a text that is too long for an address. @throws Fault `badQuery`, `notFound`. */
export function solvedAtLength(asked: Asked, body: Body<'ProblemToSolve'>): Promise<Response> {
  return answered(asked, solveRequestOf(body, languageOf(asked.context)));
}

async function answered({ office, options, context }: Asked, asked: AskedToSolve): Promise<Response> {
  if (asked.unknownCountry !== undefined) refuseCountry(asked.unknownCountry);
  if (asked.request.text === '' && asked.request.record === undefined)
    throw new Fault('badQuery', { place: 'q', got: '', right: 'q or record' });
  const { problem, solutions, setting, kinds, alike, total, written } = await whoHasSolved(
    office,
    asked.request,
  );
  const address = addressOf(context, options);
  return context.json({
    problem: {
      languages: problem.languages,
      words: problem.words.map(({ shown }) => shown),
      related: problem.related.map(({ shown, asked, relation }) => ({ shown, asked, relation })),
      unheard: problem.unheard,
      cut: problem.cut,
    },
    setting,
    kinds,
    alike,
    total,
    written,
    results: solutions.map((solution) => solutionJson(solution, address(solution.record))),
  });
}

function solutionJson({ record, ranked, explained }: Solution, address: string) {
  const { points, of, factors, sectors, goals, likeness, tried } = ranked;
  const { share: _, ...experience } = tried;
  return {
    id: record.id,
    register: record.register.name,
    address,
    title: record.values[record.register.title],
    points: rounded(points),
    of,
    factors: factors.map((one) => ({ ...one, points: rounded(one.points) })),
    words: explained.words,
    related: explained.related,
    sectors,
    goals,
    ...(likeness === undefined ? {} : { likeness }),
    tried: experience,
    misfits: explained.misfits,
  };
}

/** Countries with which one could work, and those that such a list hides. @throws Fault `badQuery`. */
export async function partners({ office, context }: Asked): Promise<Response> {
  const { request, country, sector } = partnerRequest(new URL(context.req.url).searchParams);
  if (request === undefined) {
    if (sector !== '' && !/^\d{3}$/.test(sector))
      throw new Fault('badQuery', { place: 'sector', got: sector, right: 'DAC code of 3 or 5 digits' });
    refuseCountry(country);
  }
  const found = await partnersOf(office, request);
  return context.json({
    ...request,
    records: found.records,
    partners: found.partners.map(({ kilometres, ...partner }) => ({
      ...partner,
      points: rounded(partner.points),
      factors: partner.factors.map((one) => ({ ...one, points: rounded(one.points) })),
      ...(kilometres === undefined ? {} : { kilometres: Math.round(kilometres) }),
    })),
    already: found.already,
    gaps: found.gaps,
  });
}

function refuseCountry(got: string): never {
  throw new Fault('badQuery', { place: 'country', got, right: 'ISO 3166-1 alpha-2, or a name' });
}

function rounded(points: number): number {
  return Math.round(points * 10) / 10;
}
