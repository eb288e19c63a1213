import { health } from '../handlers/health.ts';
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
    path: '/api/openapi.json',
    twin: '/openapi.json',
    name: 'openApi',
    handle: openApi,
    summary: 'This description, as OpenAPI 3.1.',
    who: 'everybody',
  },
];
