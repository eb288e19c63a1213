import { element, required } from '../../notation.ts';

/** What the document is. */
export const category = element('category', {
  attributes: [required('code')],
});
