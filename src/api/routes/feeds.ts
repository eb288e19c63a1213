import { calendarMediaType } from '../../exchange/calendars/write-calendar.ts';
import { feedFormats } from '../../exchange/feeds/feed-formats.ts';
import { countryCalendar, searchCalendar } from '../handlers/calendars.ts';
import { countryFeed, searchFeed } from '../handlers/feeds.ts';
import type { ApiRoute } from '../route.ts';

const sends = Object.values(feedFormats).map(({ mediaType }) => mediaType);

/** What is new, for feed readers, and what takes place when, for calendars. */
export const feedRoutes: readonly ApiRoute[] = [
  {
    method: 'get',
    path: '/{lang}/search.{feed}',
    name: 'searchFeed',
    handle: searchFeed,
    summary:
      'What is new in a search, newest first, as RSS 2.0, Atom or JSON Feed 1.1, in pages of 50 (RFC 5005). Takes `q`, `page` and every facet: `?kind=practice` is the feed of a register.',
    who: 'everybody',
    query: ['q', 'page'],
    sends,
  },
  {
    method: 'get',
    path: '/{lang}/countries/{code}.{feed}',
    name: 'countryFeed',
    handle: countryFeed,
    summary: 'The same for one country, on either side.',
    who: 'everybody',
    query: ['page'],
    sends,
  },
  {
    method: 'get',
    path: '/{lang}/search.ics',
    name: 'searchCalendar',
    handle: searchCalendar,
    summary:
      'Events and deadlines of a search as iCalendar (RFC 5545), those whose day is known. Takes `q` and every facet. What is withdrawn stays, as cancelled.',
    who: 'everybody',
    query: ['q'],
    sends: [calendarMediaType],
  },
  {
    method: 'get',
    path: '/{lang}/countries/{code}.ics',
    name: 'countryCalendar',
    handle: countryCalendar,
    summary: 'The same for one country.',
    who: 'everybody',
    sends: [calendarMediaType],
  },
];
