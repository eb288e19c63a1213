import { element } from '../../notation.ts';

/** Name of the activity, unique in the world: the identifier of the reporting organisation and its own number. */
export const iatiIdentifier = element('iati-identifier', {
  content: 'string',
});
