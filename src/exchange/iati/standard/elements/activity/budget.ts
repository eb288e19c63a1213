import { element, one, optional, since } from '../../notation.ts';
import { periodEnd } from '../shared/period-end.ts';
import { periodStart } from '../shared/period-start.ts';
import { value } from '../shared/value.ts';

/** Budget of a period of one year at most. */
export const budget = element('budget', {
  attributes: [optional('type'), optional('status', 'string', since('2.02'))],
  children: [one(periodStart), one(periodEnd), one(value)],
});
