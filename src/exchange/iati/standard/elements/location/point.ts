import { element, one, required } from '../../notation.ts';
import { pos } from './pos.ts';

/** Coordinates of the place. */
export const point = element('point', {
  attributes: [required('srsName')],
  children: [one(pos)],
});
