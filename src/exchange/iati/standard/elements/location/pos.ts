import { element } from '../../notation.ts';

/** Latitude and longitude, with a space between. */
export const pos = element('pos', {
  content: 'string',
  foreignAttributes: false,
});
