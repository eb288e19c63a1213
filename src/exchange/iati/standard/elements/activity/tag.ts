import { anyNumber, element, optional, required } from '../../notation.ts';
import { narrative } from '../shared/narrative.ts';

/** A word of any vocabulary; says nothing of shares. Since 2.03. */
export const tag = element('tag', {
  attributes: [required('code'), required('vocabulary'), optional('vocabulary-uri', 'anyURI')],
  children: [anyNumber(narrative)],
});
