import { element, required } from '../../notation.ts';

/** Between whom the cooperation runs; 8 is triangular. */
export const collaborationType = element('collaboration-type', {
  attributes: [required('code')],
});
