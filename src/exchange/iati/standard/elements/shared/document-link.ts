import { anyNumber, atMostOne, element, one, oneOrMore, required, since } from '../../notation.ts';
import { category } from './category.ts';
import { documentDate } from './document-date.ts';
import { language } from './language.ts';
import { plainDescription } from './plain-description.ts';
import { title } from './title.ts';

/** A document or page about the record. */
export const documentLink = element('document-link', {
  attributes: [required('url', 'anyURI'), required('format')],
  children: [
    one(title),
    atMostOne(plainDescription, since('2.03')),
    oneOrMore(category),
    anyNumber(language),
    atMostOne(documentDate, since('2.02')),
  ],
});
