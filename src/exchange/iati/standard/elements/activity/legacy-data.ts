import { element, optional, required } from '../../notation.ts';

/** A value of the publisher's own system that the standard has no place for. */
export const legacyData = element('legacy-data', {
  attributes: [required('name'), required('value'), optional('iati-equivalent', 'NMTOKEN')],
  foreignAttributes: false,
});
