import { element, required } from '../../notation.ts';

/** Language of the document. */
export const language = element('language', {
  attributes: [required('code')],
});
