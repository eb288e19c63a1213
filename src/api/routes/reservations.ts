import { liftWords, reservations, reserveWords } from '../handlers/reservations.ts';
import type { ApiRoute } from '../route.ts';

export const reservationRoutes: readonly ApiRoute[] = [
  {
    method: 'get',
    path: '/api/reservations',
    twin: '/{lang}/reservations.json',
    name: 'reservations',
    handle: reservations,
    summary: 'Printed reservations of countries on labels of code lists and on words.',
    who: 'everybody',
    answer: 'Reservations',
  },
  {
    method: 'post',
    path: '/api/reservations',
    twin: '/{lang}/reservations.json',
    name: 'reserveWords',
    handle: reserveWords,
    summary: 'A country attaches a reservation to a label or a word; a second one on the same replaces it.',
    who: 'post',
    scope: 'act',
    afterwards: reservations,
    body: 'ReserveWords',
    answer: 'Reservations',
  },
  {
    method: 'post',
    path: '/api/reservations/{id}/lift',
    twin: '/{lang}/reservations/{id}/lift.json',
    name: 'liftWords',
    handle: liftWords,
    summary: 'A country lifts a reservation of its own.',
    who: 'post',
    scope: 'act',
    afterwards: reservations,
    body: 'Acting',
    answer: 'Reservations',
  },
];
