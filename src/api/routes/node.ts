import { health, ready } from '../handlers/health.ts';
import { openApi } from '../handlers/open-api.ts';
import type { ApiRoute } from '../route.ts';

/** What the node says of itself. */
export const nodeRoutes: readonly ApiRoute[] = [
  {
    method: 'get',
    path: '/health',
    name: 'health',
    handle: health,
    summary: 'Whether the node can read its log, and how far its index is behind.',
    who: 'everybody',
    answer: 'Health',
  },
  {
    method: 'get',
    path: '/ready',
    name: 'ready',
    handle: ready,
    summary:
      'Whether people should be sent here: 503 while the node starts or stops, or its index is far behind the log.',
    who: 'everybody',
    answer: 'Ready',
  },
  {
    method: 'get',
    path: '/api/openapi.json',
    twin: '/openapi.json',
    name: 'openApi',
    handle: openApi,
    summary: 'This description, as OpenAPI 3.1.',
    who: 'everybody',
  },
];
