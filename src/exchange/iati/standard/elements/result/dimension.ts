import { element, optional } from '../../notation.ts';

/** A part by which a measurement is broken down: sex, age … Since 2.02. */
export const dimension = element('dimension', {
  attributes: [optional('name'), optional('value')],
});
