import { element, optional, required } from '../../notation.ts';

/** Amount of money, with the day at whose rate it is to be converted. */
export const value = element('value', {
  attributes: [optional('currency'), required('value-date', 'date')],
  content: 'decimal',
});
