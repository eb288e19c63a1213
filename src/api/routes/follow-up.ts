import { boardFacets } from '../../operations/follow-up/board-lines.ts';
import { instrument, instruments } from '../handlers/follow-up.ts';
import { boardFile, boardFileTypes } from '../handlers/follow-up-file.ts';
import type { ApiRoute } from '../route.ts';

const get = { method: 'get', who: 'everybody' } as const;
const narrowing = [...boardFacets, 'asOf'];

/** How commitments stand, as of any day. */
export const followUpRoutes: readonly ApiRoute[] = [
  {
    ...get,
    path: '/api/follow-up/instruments',
    twin: '/{lang}/follow-up.json',
    name: 'instruments',
    handle: instruments,
    summary: 'Instruments, with how many of their measures stand how on a day; today unless `asOf` says.',
    answer: 'Instruments',
    query: ['asOf'],
  },
  {
    ...get,
    path: '/api/follow-up/instruments/{id}',
    twin: '/{lang}/follow-up/{id}.json',
    name: 'instrumentBoard',
    handle: instrument,
    summary:
      'The board of an instrument as of a day: measures with their state and what it rests on, counts that add up, how time was kept.',
    answer: 'InstrumentBoard',
    query: [...narrowing, 'since', 'by', 'page', 'size'],
  },
  {
    ...get,
    path: '/{lang}/follow-up/{id}.{table}',
    name: 'instrumentBoardFile',
    handle: boardFile,
    summary: 'The whole board, as its filters leave it, as CSV or Excel.',
    sends: boardFileTypes,
    query: narrowing,
  },
];
