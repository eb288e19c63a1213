import { keys, makeCalendarKey, makeKey, revokeKey } from '../handlers/keys.ts';
import type { ApiRoute } from '../route.ts';

/** Keys of a post for programs. No key makes or ends keys: a person does, signed in. */
export const keyRoutes: readonly ApiRoute[] = [
  {
    method: 'get',
    path: '/api/posts/{id}/keys',
    name: 'keys',
    handle: keys,
    summary: 'The keys of a post, without their secrets: for those who keep the post, and secretariats.',
    who: 'post',
    answer: 'Keys',
    query: ['post'],
  },
  {
    method: 'post',
    path: '/api/posts/{id}/keys',
    name: 'makeKey',
    handle: makeKey,
    summary: 'Makes a key for a program that acts for the post; its secret is told in this answer alone.',
    who: 'post',
    body: 'NewKey',
    answer: 'MadeKey',
    done: 201,
    secret: true,
  },
  {
    method: 'post',
    path: '/api/posts/{id}/calendar-key',
    name: 'makeCalendarKey',
    handle: makeCalendarKey,
    summary:
      'Makes a secret address at which a calendar program reads the calendar of the post without a header; it is told in this answer alone, and the one that the same person had before ends.',
    who: 'post',
    body: 'Acting',
    answer: 'MadeCalendarKey',
    done: 201,
    secret: true,
  },
  {
    method: 'post',
    path: '/api/posts/{id}/keys/{key}/revoke',
    name: 'revokeKey',
    handle: revokeKey,
    summary: 'Ends a key: it opens nothing from the next request on.',
    who: 'post',
    body: 'Acting',
    answer: 'Keys',
  },
];
