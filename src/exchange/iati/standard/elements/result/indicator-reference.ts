import { element, optional, required } from '../../notation.ts';

/** Where the indicator is defined in a framework. Since 2.02. */
export const indicatorReference = element('reference', {
  attributes: [required('vocabulary'), required('code'), optional('indicator-uri', 'anyURI')],
});
