import { element, required } from '../../notation.ts';

/** Day of the document. Since 2.02. */
export const documentDate = element('document-date', {
  attributes: [required('iso-date', 'date')],
});
