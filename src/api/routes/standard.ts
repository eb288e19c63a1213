import { validate } from '../handlers/standard.ts';
import type { ApiRoute } from '../route.ts';

/** Largest IATI file that the API checks, in bytes as sent. */
const mostBytes = 50_000_000;

export const standardRoutes: readonly ApiRoute[] = [
  {
    method: 'post',
    path: '/api/validate',
    name: 'validate',
    handle: validate,
    summary:
      'Holds an IATI file (2.01 to 2.03, also packed with gzip) against the standard: structure, rules and code lists, each finding with its line and how to mend it.',
    who: 'everybody',
    takes: { mediaTypes: ['application/xml', 'text/xml', 'application/gzip'], bytes: mostBytes },
    answer: 'Validation',
  },
];
