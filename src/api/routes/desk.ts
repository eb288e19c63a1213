import { desk, reconfirmMany } from '../handlers/desk.ts';
import type { ApiRoute } from '../route.ts';

export const deskRoutes: readonly ApiRoute[] = [
  {
    method: 'post',
    path: '/api/reconfirm',
    twin: '/{lang}/reconfirm.json',
    name: 'reconfirmMany',
    handle: reconfirmMany,
    summary: 'Says of many records that they are still right; each is answered by itself.',
    who: 'post',
    scope: 'act',
    body: 'ReconfirmMany',
    answer: 'Outcomes',
  },
  {
    method: 'get',
    path: '/api/desk',
    twin: '/{lang}/desk.json',
    name: 'desk',
    handle: desk,
    summary: 'What waits for the post, in the order in which it should be done, and counts by kind.',
    who: 'post',
    scope: 'read',
    answer: 'Desk',
    query: ['post', 'kind', 'page', 'size'],
  },
];
