import { oai, oaiForm, oaiRecordSchema } from '../handlers/oai.ts';
import type { ApiRoute } from '../route.ts';

const query = ['verb', 'identifier', 'metadataPrefix', 'from', 'until', 'set', 'resumptionToken'];
const sends = ['text/xml'];

export const oaiRoutes: readonly ApiRoute[] = [
  {
    method: 'get',
    path: '/oai',
    name: 'oai',
    handle: oai,
    summary:
      'Harvesting by OAI-PMH 2.0: everything that everybody may see, as `oai_dc` or `southbridge`, in sets by register, country and language; what is withdrawn stays as a deleted header.',
    who: 'everybody',
    query,
    sends,
  },
  {
    method: 'post',
    path: '/oai',
    name: 'oaiForm',
    handle: oaiForm,
    summary: 'The same, the arguments as a form.',
    who: 'everybody',
    takes: { mediaTypes: ['application/x-www-form-urlencoded'], bytes: 20_000 },
    sends,
  },
  {
    method: 'get',
    path: '/oai/record.xsd',
    name: 'oaiRecordSchema',
    handle: oaiRecordSchema,
    summary: 'XML Schema of the metadata format `southbridge`.',
    who: 'everybody',
    sends: ['application/xml'],
  },
];
