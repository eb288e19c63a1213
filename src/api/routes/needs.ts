import { needFacets } from '../../operations/requests/needs-board.ts';
import { needAnswers, needs } from '../handlers/needs.ts';
import type { ApiRoute } from '../route.ts';

const get = { method: 'get', who: 'everybody' } as const;

/** Who asks, until when, and who has answered. */
export const needRoutes: readonly ApiRoute[] = [
  {
    ...get,
    path: '/api/needs',
    twin: '/{lang}/needs.json',
    name: 'needs',
    handle: needs,
    summary:
      'Needs that can still be answered, with the days that are left and how many answers there are; what became of all of them.',
    answer: 'Needs',
    query: [...needFacets, 'within'],
  },
  {
    ...get,
    path: '/api/needs/{id}/answers',
    twin: '/{lang}/need/{id}/answers.json',
    name: 'needAnswers',
    handle: needAnswers,
    summary: 'The answers to a need, as far as the reader may see them.',
    answer: 'NeedAnswers',
    query: ['post'],
  },
];
