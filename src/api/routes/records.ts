import { recordFileTypes } from '../download.ts';
import { record, recordFile } from '../handlers/records.ts';
import { edit } from '../handlers/write.ts';
import { recordAfterwards } from '../record-answer.ts';
import type { ApiRoute } from '../route.ts';

const one = '/api/records/{register}/{id}';
const page = '/{lang}/{register}/{id}';

export const recordRoutes: readonly ApiRoute[] = [
  {
    method: 'get',
    path: one,
    twin: `${page}.json`,
    name: 'record',
    handle: record,
    summary:
      'A record as everybody may see it; with a session as the post may see it. The ETag is `"id.revision.seq"`.',
    who: 'everybody',
    answer: 'Record',
    query: ['post', 'fields'],
  },
  {
    method: 'get',
    path: `${page}.{format}`,
    name: 'recordFile',
    handle: recordFile,
    summary: 'A record as JSON Lines, CSV or Excel.',
    who: 'everybody',
    sends: recordFileTypes,
    query: ['post', 'hxl'],
  },
  {
    method: 'put',
    path: one,
    twin: `${page}.json`,
    name: 'edit',
    handle: edit,
    summary:
      'Writes a revision, or a new record with `If-None-Match: *`. A post writes a draft of its country, or as a third party what it has read; the node’s own key writes as a third party.',
    who: 'postOrKey',
    scope: 'write',
    afterwards: recordAfterwards,
    body: 'Edit',
    answer: 'Record',
  },
];
