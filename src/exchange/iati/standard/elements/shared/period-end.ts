import { element, required } from '../../notation.ts';

/** Last day of a period. */
export const periodEnd = element('period-end', {
  attributes: [required('iso-date', 'date')],
});
