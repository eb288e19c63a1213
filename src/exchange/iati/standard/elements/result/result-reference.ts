import { element, optional, required } from '../../notation.ts';

/** Where the result is defined in a framework. Since 2.03. */
export const resultReference = element('reference', {
  attributes: [required('code'), required('vocabulary'), optional('vocabulary-uri', 'anyURI')],
});
