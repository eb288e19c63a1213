import { element, required } from '../../notation.ts';

/** Where the activity stands in its life. */
export const activityStatus = element('activity-status', {
  attributes: [required('code')],
});
