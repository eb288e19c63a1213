import { calendarMediaType } from '../../exchange/calendars/write-calendar.ts';
import { deskCalendar, postCalendar } from '../handlers/calendars.ts';
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
  {
    method: 'get',
    path: '/{lang}/desk.ics',
    name: 'deskCalendar',
    handle: deskCalendar,
    summary:
      'Days of the consultations that the post convenes or is a member of, closed ones too, as iCalendar (RFC 5545): for the post alone, with a key that reads or a session.',
    who: 'post',
    scope: 'read',
    sends: [calendarMediaType],
    query: ['post'],
  },
  {
    method: 'get',
    path: '/{lang}/calendar/{calendarKey}.ics',
    name: 'postCalendar',
    handle: postCalendar,
    summary:
      'The same calendar at the secret address that a holder of the post has made for a calendar program; nothing is there once that is ended.',
    who: 'everybody',
    sends: [calendarMediaType],
  },
];
