import { countries, country, counts, flows } from '../handlers/counts.ts';
import { codeList, codeLists, registers } from '../handlers/vocabulary.ts';
import { searching } from '../query.ts';
import type { ApiRoute } from '../route.ts';

/** Lists, countries and counts: what is asked, never who asks. */
export const vocabularyRoutes: readonly ApiRoute[] = [
  reading('/api/registers', 'registers', 'The registers and their fields.', registers, 'Registers'),
  reading('/api/code-lists', 'codeLists', 'The code lists, with source and date.', codeLists, 'CodeLists'),
  reading(
    '/api/code-lists/{list}',
    'codeList',
    'One list: its codes and what they are called in seven languages.',
    codeList,
    'CodeList',
  ),
  reading(
    '/api/countries',
    'countries',
    'All countries, with the number of records that name each.',
    countries,
    'Countries',
  ),
  reading(
    '/api/countries/{code}',
    'country',
    'What the records say of one country: what it gives and receives, with whom, since when. Never a rank.',
    country,
    'Country',
  ),
  {
    ...reading(
      '/api/flows',
      'flows',
      'Who shares with whom: pairs of countries in the records that a search finds.',
      flows,
      'Flows',
    ),
    query: searching,
  },
  {
    ...reading(
      '/api/counts',
      'counts',
      'How many records a search finds, and how many of each value of the facets asked for.',
      counts,
      'Counts',
    ),
    query: [...searching, 'facet'],
  },
];

function reading(
  path: string,
  name: string,
  summary: string,
  handle: ApiRoute['handle'] & typeof counts,
  answer: NonNullable<ApiRoute['answer']>,
) {
  return { method: 'get', path, name, handle, summary, who: 'everybody', answer } as const;
}
