import { element, required } from '../../notation.ts';

/** First day of a period. */
export const periodStart = element('period-start', {
  attributes: [required('iso-date', 'date')],
});
