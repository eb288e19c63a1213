import { element, required } from '../../notation.ts';

/** What sort of place it is. */
export const locationClass = element('location-class', {
  attributes: [required('code')],
});
