import { closeRound, round, rounds } from '../handlers/rounds.ts';
import type { ApiRoute } from '../route.ts';

const get = { method: 'get', who: 'everybody' } as const;

/** Rounds of reporting: who was asked, who has answered, and their closing. Opening one is writing a record of its register. */
export const roundRoutes: readonly ApiRoute[] = [
  {
    ...get,
    path: '/api/follow-up/rounds',
    twin: '/{lang}/follow-up/rounds.json',
    name: 'rounds',
    handle: rounds,
    summary:
      'Rounds of reporting, with how many countries answered how; of one instrument with `instrument`.',
    answer: 'Rounds',
    query: ['instrument'],
  },
  {
    ...get,
    path: '/api/follow-up/rounds/{id}',
    twin: '/{lang}/follow-up/rounds/{id}.json',
    name: 'round',
    handle: round,
    summary: 'A round of reporting: who was asked, who answered when, and who is silent.',
    answer: 'Round',
  },
  {
    method: 'post',
    path: '/api/follow-up/rounds/{id}/close',
    twin: '/{lang}/follow-up/rounds/{id}/close.json',
    name: 'closeRound',
    handle: closeRound,
    summary:
      'A secretariat closes a round, and with it the report to the ministers: in seven languages, numbered, kept unchanged. Takes up to a minute; the answer is the list of closed reports.',
    who: 'post',
    scope: 'act',
    body: 'Acting',
    answer: 'ClosedReports',
  },
];
