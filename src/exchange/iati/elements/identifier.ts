import { child, textOfChild } from '../../xml/element.ts';
import { leaf } from '../../xml/tree-builder.ts';
import { made } from '../../xml/write-xml.ts';
import type { ElementReader } from '../internal/element-reader.ts';
import { type ElementWriter, once, theOnly } from '../internal/element-writer.ts';
import { own } from '../internal/own-marks.ts';

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

/** The identifier of the record; where it has none, one made of who reports and the record’s own id, as the standard wants it. */
export function identifierWriter(name: 'iati-identifier' | 'organisation-identifier'): ElementWriter {
  return {
    name,
    attributes: [],
    children: [],
    write(spoken) {
      const identifier = spoken.value<string>(`iati:${name}`);
      if (identifier !== undefined) return once(made(name, {}, identifier));
      return once(made(name, { [own('made')]: 'element' }, `${spoken.scene.reporter.ref}-${spoken.id}`));
    },
    keyOf: theOnly,
  };
}
