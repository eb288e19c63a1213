import { child } from '../../xml/element.ts';
import { type ElementReader, narratives } from '../internal/element-reader.ts';
import { readText } from '../internal/narrative.ts';

const meaning = 'iati:title';

/** The title in its languages. Narratives that are all blank give a finding `missing`. */
export const title: ElementReader = {
  wants: { title: narratives },
  read(record, reading) {
    const element = child(record, 'title');
    const text = readText(element, reading, meaning);
    if (text === undefined) reading.found('warning', 'missing', meaning, { element: element ?? record });
    reading.put(meaning, text);
  },
};
