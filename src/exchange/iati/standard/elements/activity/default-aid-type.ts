import { element, optional, required, since } from '../../notation.ts';

/** Aid type of all transactions that give none. */
export const defaultAidType = element('default-aid-type', {
  attributes: [required('code'), optional('vocabulary', 'string', since('2.03'))],
});
