import { element, oneOrMore, optional, required } from '../../notation.ts';
import { iatiOrganisation } from './iati-organisation.ts';

/** Root of an organisation file. */
export const iatiOrganisations = element('iati-organisations', {
  attributes: [required('version'), optional('generated-datetime', 'dateTime')],
  children: [oneOrMore(iatiOrganisation)],
});
