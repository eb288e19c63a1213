import { element, optional, required } from '../../notation.ts';

/** Amount expected for one year. */
export const forecast = element('forecast', {
  attributes: [required('year', 'decimal'), optional('currency'), optional('value-date', 'date')],
  content: 'decimal',
});
