import { element, optional, required } from '../../notation.ts';

/** Administrative division in which the place lies. */
export const administrative = element('administrative', {
  attributes: [required('code'), required('vocabulary'), optional('level', 'nonNegativeInteger')],
});
