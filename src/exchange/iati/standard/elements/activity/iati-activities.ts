import { element, oneOrMore, optional, required } from '../../notation.ts';
import { iatiActivity } from './iati-activity.ts';

/** Root of an activity file. */
export const iatiActivities = element('iati-activities', {
  attributes: [
    required('version'),
    optional('generated-datetime', 'dateTime'),
    optional('linked-data-default', 'anyURI'),
  ],
  children: [oneOrMore(iatiActivity)],
});
