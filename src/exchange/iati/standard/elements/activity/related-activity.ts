import { element, required } from '../../notation.ts';

/** Another activity that belongs to this one. */
export const relatedActivity = element('related-activity', {
  attributes: [required('ref'), required('type')],
  foreignAttributes: false,
});
