import { child, textOfChild } from '../../xml/element.ts';
import { leaf } from '../../xml/tree-builder.ts';
import type { ElementReader } from '../internal/element-reader.ts';

/** Longest identifier that a field takes. */
const longest = 300;

/** What identifies the record, as its publisher wrote it without white space around. Its absence is a finding `missing`. */
export function identifierIn(elementName: 'iati-identifier' | 'organisation-identifier'): ElementReader {
  const meaning = `iati:${elementName}`;
  return {
    wants: { [elementName]: leaf },
    read(record, reading) {
      const got = textOfChild(record, elementName);
      const element = child(record, elementName) ?? record;
      if (got === undefined) reading.found('warning', 'missing', meaning, { element });
      else if (got.length > longest)
        reading.found('error', 'tooLong', meaning, { element }, { limit: longest });
      else reading.put(meaning, got);
    },
  };
}
