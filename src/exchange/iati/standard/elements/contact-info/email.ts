import { element } from '../../notation.ts';

/** E-mail address. */
export const email = element('email', {
  content: 'string',
});
