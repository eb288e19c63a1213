import { anyNumber, atMostOne, element, one, since, until } from '../../notation.ts';
import { periodEnd } from '../shared/period-end.ts';
import { periodStart } from '../shared/period-start.ts';
import { actual } from './actual.ts';
import { target } from './target.ts';

/** Target and actual value of a period. */
export const period = element('period', {
  children: [
    one(periodStart),
    one(periodEnd),
    atMostOne(target, until('2.02')),
    anyNumber(target, since('2.03')),
    atMostOne(actual, until('2.02')),
    anyNumber(actual, since('2.03')),
  ],
});
