import {
  activitiesFile,
  iatiList,
  iatiListCsv,
  organisationFile,
  recordXml,
  searchXml,
} from '../handlers/iati.ts';
import { iatiType } from '../iati-answer.ts';
import { searching } from '../query.ts';
import type { ApiRoute } from '../route.ts';

const get = { method: 'get', who: 'everybody' } as const;
const xml = { ...get, sends: [iatiType] } as const;

/** What countries and organisations publish after the International Aid Transparency Initiative, version 2.03. */
export const iatiRoutes: readonly ApiRoute[] = [
  {
    ...get,
    path: '/api/iati',
    twin: '/{lang}/iati.json',
    name: 'iatiList',
    handle: iatiList,
    summary: 'All IATI files of the node: who publishes, where, how many records, when changed.',
    answer: 'IatiFiles',
  },
  {
    ...get,
    path: '/{lang}/iati.csv',
    name: 'iatiListCsv',
    handle: iatiListCsv,
    summary: 'The same list as CSV.',
    sends: ['text/csv; charset=utf-8'],
  },
  {
    ...xml,
    path: '/iati/{publisher}/activities.xml',
    name: 'activitiesFile',
    handle: activitiesFile,
    summary:
      'Activities that a country or one of its organisations has released, as IATI 2.03. What others say of it is never in it.',
  },
  {
    ...xml,
    path: '/iati/{publisher}/organisation.xml',
    name: 'organisationFile',
    handle: organisationFile,
    summary: 'Organisations that it has released, as IATI 2.03.',
  },
  {
    ...xml,
    path: '/{lang}/search.xml',
    name: 'searchXml',
    handle: searchXml,
    summary:
      'All activities that a search finds, or with `kind=organisation` alone all organisations, as IATI 2.03. What third parties observe names the node as secondary reporter, or who published it.',
    query: [...searching, 'sort'],
  },
  {
    ...xml,
    path: '/{lang}/{register}/{id}.xml',
    name: 'recordXml',
    handle: recordXml,
    summary: 'An activity or organisation as IATI 2.03.',
    query: ['post'],
  },
];
