import { formats } from '../../exchange/write-records.ts';
import { template } from '../handlers/template.ts';
import type { ApiRoute } from '../route.ts';

/** Workbooks to be filled in. */
export const workbookRoutes: readonly ApiRoute[] = [
  {
    method: 'get',
    path: '/{lang}/{register}/template.xlsx',
    name: 'template',
    handle: template,
    summary: 'An empty Excel workbook for the records of a register, with drop-down lists and notes.',
    who: 'everybody',
    sends: [formats.xlsx.mediaType],
    query: ['hxl'],
  },
];
