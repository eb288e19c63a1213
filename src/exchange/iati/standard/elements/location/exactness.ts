import { element, required } from '../../notation.ts';

/** Whether the coordinates are exact. */
export const exactness = element('exactness', {
  attributes: [required('code')],
});
