import { element, required } from '../../notation.ts';

/** Whether the place is where work is done or where people benefit. */
export const locationReach = element('location-reach', {
  attributes: [required('code')],
});
