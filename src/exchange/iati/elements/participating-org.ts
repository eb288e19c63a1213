import type { Participant } from '../../../fields/participants.ts';
import { unknownLanguage } from '../../../kernel/language-tag.ts';
import { roleFromIati } from '../../../vocabulary/roles.ts';
import { attribute, childrenNamed, type Element } from '../../xml/element.ts';
import { type ElementReader, narratives } from '../internal/element-reader.ts';
import { readText } from '../internal/narrative.ts';
import type { Reading } from '../internal/reading.ts';

const meaning = 'iati:participating-org';
const longestIdentifier = 200;

/**
 * Organisations that take part, by their role (1 funding, 2 accountable, 3 extending, 4 implementing). An organisation
 * without a name is called by its identifier; one with neither is left out (`missing`). The same organisation
 * in the same role counts once.
 */
export const participatingOrg: ElementReader = {
  wants: { 'participating-org': narratives },
  read(record, reading) {
    const items = new Map<string, Participant>();
    for (const element of childrenNamed(record, 'participating-org')) {
      const item = participant(element, reading);
      if (item === undefined) continue;
      const name = item.organisation?.texts[item.organisation.original]?.toLowerCase();
      const key = `${item.role} ${item.identifier ?? ''} ${name}`;
      if (!items.has(key)) items.set(key, item);
    }
    reading.putList(meaning, [...items.values()]);
  },
};

function participant(element: Element, reading: Reading): Participant | undefined {
  const identifier = attribute(element, 'ref');
  const named = readText(element, reading, meaning);
  const fits = identifier !== undefined && identifier.length <= longestIdentifier;
  if (identifier !== undefined && !fits) {
    const params = { limit: longestIdentifier };
    reading.found('error', 'tooLong', meaning, { element, attribute: 'ref' }, params);
  }
  const organisation =
    named ?? (fits ? { original: unknownLanguage, texts: { [unknownLanguage]: identifier } } : undefined);
  if (organisation === undefined) {
    reading.found('warning', 'missing', meaning, { element });
    return undefined;
  }
  const code = attribute(element, 'role');
  const role = code === undefined ? undefined : roleFromIati(code);
  if (code !== undefined && role === undefined) {
    const params = { got: code.slice(0, 40), list: 'OrganisationRole', right: '1, 2, 3, 4' };
    reading.found('error', 'unknownCode', meaning, { element, attribute: 'role' }, params);
  }
  return {
    organisation,
    ...(fits ? { identifier } : {}),
    ...(role === undefined ? {} : { role }),
  };
}
