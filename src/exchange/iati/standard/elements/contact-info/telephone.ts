import { element } from '../../notation.ts';

/** Telephone number. */
export const telephone = element('telephone', {
  content: 'string',
});
