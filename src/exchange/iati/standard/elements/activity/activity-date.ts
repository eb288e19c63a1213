import { anyNumber, element, required } from '../../notation.ts';
import { narrative } from '../shared/narrative.ts';

/** Planned or actual start or end. */
export const activityDate = element('activity-date', {
  attributes: [required('type'), required('iso-date', 'date')],
  children: [anyNumber(narrative)],
});
