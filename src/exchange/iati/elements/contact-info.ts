import type { Contact } from '../../../fields/contacts.ts';
import { canonicalJson } from '../../../kernel/canonical-json.ts';
import { langText } from '../../../kernel/lang-text.ts';
import { unknownLanguage } from '../../../kernel/language-tag.ts';
import { child, childrenNamed, type Element } from '../../xml/element.ts';
import { leaf, wanted } from '../../xml/tree-builder.ts';
import { made } from '../../xml/write-xml.ts';
import { type ElementReader, narratives } from '../internal/element-reader.ts';
import type { ElementWriter } from '../internal/element-writer.ts';
import { longestLine, plainText, readText } from '../internal/narrative.ts';
import type { Reading } from '../internal/reading.ts';
import { textElement } from '../internal/written-text.ts';

const meaning = 'iati:contact-info';

/** How the organisation can be reached. Contacts that say nothing are left out. */
export const contactInfo: ElementReader = {
  wants: {
    'contact-info': wanted({
      organisation: narratives,
      'person-name': narratives,
      telephone: leaf,
      email: leaf,
      'mailing-address': narratives,
    }),
  },
  read(record, reading) {
    const contacts = childrenNamed(record, 'contact-info').map((element) => contactOf(element, reading));
    reading.putList(
      meaning,
      contacts.filter((contact) => Object.keys(contact).length > 0),
    );
  },
};

function contactOf(element: Element, reading: Reading): Contact {
  const line = (name: string) => plainText(child(element, name))?.slice(0, longestLine);
  const organisation = readText(child(element, 'organisation'), reading, meaning);
  const [person, email, telephone, address] = ['person-name', 'email', 'telephone', 'mailing-address'].map(
    line,
  );
  return {
    ...(organisation === undefined ? {} : { organisation }),
    ...(person === undefined ? {} : { person }),
    ...(email === undefined ? {} : { email }),
    ...(telephone === undefined ? {} : { telephone }),
    ...(address === undefined ? {} : { address }),
  };
}

/** Written for those who may see contacts. */
export const contactInfoWriter: ElementWriter = {
  name: 'contact-info',
  attributes: [],
  children: ['organisation', 'person-name', 'telephone', 'email', 'mailing-address'],
  write(spoken) {
    const contacts = new Map(spoken.list<Contact>(meaning).map((contact) => [keyOf(contact), contact]));
    return [...contacts].map(([key, contact]) => ({ key, element: contactElement(contact) }));
  },
  keyOf(element, _record, reading) {
    const contact = contactOf(element, reading);
    return Object.keys(contact).length === 0 ? undefined : keyOf(contact);
  },
};

function keyOf({ organisation, ...lines }: Contact): string {
  return canonicalJson({
    ...lines,
    organisation: organisation === undefined ? [] : Object.values(organisation.texts),
  });
}

function contactElement({ organisation, person, telephone, email, address }: Contact): Element {
  const line = (text: string) => langText(unknownLanguage, text);
  return made('contact-info', {}, [
    ...(organisation === undefined ? [] : [textElement('organisation', organisation)]),
    ...(person === undefined ? [] : [textElement('person-name', line(person))]),
    ...(telephone === undefined ? [] : [made('telephone', {}, telephone)]),
    ...(email === undefined ? [] : [made('email', {}, email)]),
    ...(address === undefined ? [] : [textElement('mailing-address', line(address))]),
  ]);
}
