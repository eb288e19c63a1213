import { element, required } from '../../notation.ts';

/** What sort of place it is, more precisely. */
export const featureDesignation = element('feature-designation', {
  attributes: [required('code')],
});
