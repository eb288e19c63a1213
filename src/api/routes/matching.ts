import { partners, solved, solvedAtLength } from '../handlers/matching.ts';
import type { ApiRoute } from '../route.ts';

/** Who has solved this, and who could work with whom. */
export const matchingRoutes: readonly ApiRoute[] = [
  {
    method: 'get',
    path: '/api/solved',
    twin: '/{lang}/solved.json',
    name: 'solved',
    handle: solved,
    summary:
      'Records that answer a problem (`q`, a text in any of seven languages) or a record (`record`), in the order of points that are all told, with words found, likeness of countries, experience, and what does not fit.',
    who: 'everybody',
    answer: 'Solved',
    query: ['q', 'record', 'country', 'kind', 'alike', 'written', 'limit'],
  },
  {
    method: 'post',
    path: '/api/solved',
    name: 'solvedAtLength',
    handle: solvedAtLength,
    summary:
      'The same for a text of any length up to 400,000 characters, such as a pasted page: `cut` says where only its beginning was read. Nothing is kept.',
    who: 'everybody',
    body: 'ProblemToSolve',
    answer: 'Solved',
  },
  {
    method: 'get',
    path: '/api/partners',
    twin: '/{lang}/partners.json',
    name: 'partners',
    handle: partners,
    summary:
      'Countries with which one could work in a sector, with fixed and documented points, and those that such a list would hide.',
    who: 'everybody',
    answer: 'Partners',
    query: ['country', 'sector', 'wanted'],
  },
];
