import { element } from '../../notation.ts';

/** Name of the organisation, unique in the world. */
export const organisationIdentifier = element('organisation-identifier', {
  content: 'anything',
});
