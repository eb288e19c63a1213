import { element, oneOrMore, optional, required } from '../../notation.ts';
import { narrative } from './narrative.ts';

/** Who publishes this record. */
export const reportingOrg = element('reporting-org', {
  attributes: [required('ref'), required('type'), optional('secondary-reporter', 'boolean')],
  children: [oneOrMore(narrative)],
});
