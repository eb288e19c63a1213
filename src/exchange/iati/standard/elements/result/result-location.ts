import { element, optional } from '../../notation.ts';

/** A location of the activity to which a measurement refers. Since 2.02. */
export const resultLocation = element('location', {
  attributes: [optional('ref')],
});
