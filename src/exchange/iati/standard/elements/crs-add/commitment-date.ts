import { element, required } from '../../notation.ts';

/** Day of the commitment. */
export const commitmentDate = element('commitment-date', {
  attributes: [required('iso-date', 'date')],
});
