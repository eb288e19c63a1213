import { element, required } from '../../notation.ts';

/** Share of the cost that is investment. */
export const capitalSpend = element('capital-spend', {
  attributes: [required('percentage', 'decimal')],
});
