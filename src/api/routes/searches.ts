import { recordFileTypes } from '../download.ts';
import { search, searchFile } from '../handlers/searches.ts';
import { searching } from '../query.ts';
import type { ApiRoute } from '../route.ts';

export const searchRoutes: readonly ApiRoute[] = [
  {
    method: 'get',
    path: '/api/search',
    twin: '/{lang}/search.json',
    name: 'search',
    handle: search,
    summary:
      'One page of the records that a search finds, with totals and counts of facets. Takes `q`, `sort`, `page`, `size` and every facet; `due` is fresh, due, stale or unconfirmed.',
    who: 'everybody',
    answer: 'Search',
    query: [...searching, 'sort', 'page', 'size'],
  },
  {
    method: 'get',
    path: '/{lang}/search.{format}',
    name: 'searchFile',
    handle: searchFile,
    summary: 'All records that a search finds, as JSON Lines, CSV or Excel.',
    who: 'everybody',
    query: [...searching, 'sort', 'hxl'],
    sends: recordFileTypes,
  },
];
