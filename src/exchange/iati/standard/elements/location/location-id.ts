import { element, required } from '../../notation.ts';

/** Code of the place in a gazetteer. */
export const locationId = element('location-id', {
  attributes: [required('code'), required('vocabulary')],
});
