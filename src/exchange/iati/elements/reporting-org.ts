import { organisationTypeFromIati } from '../../../vocabulary/organisation-types.ts';
import { attribute, child, type Element } from '../../xml/element.ts';
import { type ElementReader, narratives } from '../internal/element-reader.ts';
import { type ElementWriter, once, theOnly } from '../internal/element-writer.ts';
import { plainText } from '../internal/narrative.ts';
import { textElement } from '../internal/written-text.ts';

const meaning = 'iati:reporting-org';

/**
 * Who reports: in a file of organisations also what kind of organisation it is, where it reports about itself. That it
 * reports does not make it a participant.
 */
export const reportingOrg: ElementReader = {
  wants: { 'reporting-org': narratives },
  read(record, reading) {
    const element = child(record, 'reporting-org');
    const code = element === undefined ? undefined : attribute(element, 'type');
    if (element === undefined || code === undefined || reading.field(meaning) === undefined) return;
    if (attribute(element, 'ref') !== child(record, 'organisation-identifier')?.text.trim()) return;
    const type = organisationTypeFromIati(code);
    if (type !== undefined) reading.put(meaning, type);
    else {
      const params = { got: code.slice(0, 40), list: 'OrganisationType', right: '10–90' };
      reading.found('error', 'unknownCode', meaning, { element, attribute: 'type' }, params);
    }
  },
};

/** The name of who reports, else its identifier: the publisher of the record. */
export function publisherOf(record: Element): string | undefined {
  const element = child(record, 'reporting-org');
  return element === undefined ? undefined : (plainText(element) ?? attribute(element, 'ref'));
}

/** Who reports the record, as the scene says. */
export const reportingOrgWriter: ElementWriter = {
  name: 'reporting-org',
  attributes: ['ref', 'type', 'secondary-reporter'],
  children: ['narrative'],
  write({ scene: { reporter } }) {
    const { ref, type, name, secondary } = reporter;
    const said = { ref, type, 'secondary-reporter': secondary ? '1' : undefined };
    return once(textElement('reporting-org', name, said));
  },
  keyOf: theOnly,
};
