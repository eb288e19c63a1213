import { element, optional, required, since } from '../../notation.ts';

/** Aid type of this transaction. */
export const aidType = element('aid-type', {
  attributes: [required('code'), optional('vocabulary', 'string', since('2.03'))],
});
