import { element, required } from '../../notation.ts';

/** How wide the activity reaches, from global to one place. */
export const activityScope = element('activity-scope', {
  attributes: [required('code')],
});
