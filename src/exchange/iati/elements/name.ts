import { child } from '../../xml/element.ts';
import { type ElementReader, narratives } from '../internal/element-reader.ts';
import { readText } from '../internal/narrative.ts';

const meaning = 'iati:name';

/** The name of an organisation, in its languages. Narratives that are all blank give a finding `missing`. */
export const name: ElementReader = {
  wants: { name: narratives },
  read(record, reading) {
    const element = child(record, 'name');
    const text = readText(element, reading, meaning);
    if (text === undefined) reading.found('warning', 'missing', meaning, { element: element ?? record });
    reading.put(meaning, text);
  },
};
