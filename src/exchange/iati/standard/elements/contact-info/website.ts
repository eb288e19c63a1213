import { element } from '../../notation.ts';

/** Web address. */
export const website = element('website', {
  content: 'anyURI',
});
