import type { LangText } from '../../../kernel/lang-text.ts';
import { child } from '../../xml/element.ts';
import { type ElementReader, narratives } from '../internal/element-reader.ts';
import { type ElementWriter, once, theOnly } from '../internal/element-writer.ts';
import { readText } from '../internal/narrative.ts';
import { textElement } from '../internal/written-text.ts';

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

export const nameWriter: ElementWriter = {
  name: 'name',
  attributes: [],
  children: ['narrative'],
  write(spoken) {
    const text = spoken.value<LangText>(meaning);
    return once(text === undefined ? undefined : textElement('name', text));
  },
  keyOf: theOnly,
};
