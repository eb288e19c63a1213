import { anyNumber, atMostOne, element, one, oneOrMore, required, since } from '../../notation.ts';
import { category } from '../shared/category.ts';
import { documentDate } from '../shared/document-date.ts';
import { language } from '../shared/language.ts';
import { namedCountry } from '../shared/named-country.ts';
import { plainDescription } from '../shared/plain-description.ts';
import { title } from '../shared/title.ts';

/** A document or page about the organisation, and the countries it is about. */
export const organisationDocumentLink = element('document-link', {
  attributes: [required('url', 'anyURI'), required('format')],
  children: [
    one(title),
    atMostOne(plainDescription, since('2.03')),
    oneOrMore(category),
    anyNumber(language),
    atMostOne(documentDate, since('2.02')),
    anyNumber(namedCountry),
  ],
  foreignElements: { before: 'recipient-country', since: '2.03' },
});
