import { history, revision } from '../handlers/history.ts';
import { list } from '../handlers/lists.ts';
import { searching } from '../query.ts';
import type { ApiRoute } from '../route.ts';

/** Records in numbers, and what became of each. */
export const listRoutes: readonly ApiRoute[] = [
  {
    method: 'get',
    path: '/api/records',
    name: 'list',
    handle: list,
    summary:
      'Records of all registers in the order in which they changed, stretch by stretch: `next` goes on where an answer ended, whatever was written since. Narrowed by words and facets.',
    who: 'everybody',
    answer: 'List',
    query: [...searching, 'order', 'limit', 'cursor', 'fields'],
  },
  {
    method: 'get',
    path: '/api/records/{register}/{id}/history',
    name: 'history',
    handle: history,
    summary: 'All revisions of a record, without values, and all that happened to it, oldest first.',
    who: 'everybody',
    answer: 'History',
    query: ['post'],
  },
  {
    method: 'get',
    path: '/api/records/{register}/{id}/revisions/{number}',
    name: 'revision',
    handle: revision,
    summary: 'A record as one of its revisions had it.',
    who: 'everybody',
    answer: 'Record',
    query: ['post'],
  },
];
