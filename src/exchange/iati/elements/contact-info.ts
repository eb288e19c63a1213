import type { Contact } from '../../../fields/contacts.ts';
import { child, childrenNamed } from '../../xml/element.ts';
import { leaf, wanted } from '../../xml/tree-builder.ts';
import { type ElementReader, narratives } from '../internal/element-reader.ts';
import { longestLine, plainText, readText } from '../internal/narrative.ts';

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
    const contacts = childrenNamed(record, 'contact-info').map((element): Contact => {
      const line = (name: string) => plainText(child(element, name))?.slice(0, longestLine);
      const organisation = readText(child(element, 'organisation'), reading, meaning);
      const [person, email, telephone, address] = [
        'person-name',
        'email',
        'telephone',
        'mailing-address',
      ].map(line);
      return {
        ...(organisation === undefined ? {} : { organisation }),
        ...(person === undefined ? {} : { person }),
        ...(email === undefined ? {} : { email }),
        ...(telephone === undefined ? {} : { telephone }),
        ...(address === undefined ? {} : { address }),
      };
    });
    reading.putList(
      meaning,
      contacts.filter((contact) => Object.keys(contact).length > 0),
    );
  },
};
