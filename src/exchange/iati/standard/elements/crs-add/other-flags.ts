import { element, required } from '../../notation.ts';

/** A mark of the CRS. */
export const otherFlags = element('other-flags', {
  attributes: [required('code'), required('significance', 'boolean')],
});
