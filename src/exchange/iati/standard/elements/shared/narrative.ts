import { element, optional } from '../../notation.ts';

/** A text in one language; several of them say the same in several languages. */
export const narrative = element('narrative', {
  attributes: [optional('xml:lang', 'language')],
  content: 'string',
});
