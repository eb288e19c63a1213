import { isSouth } from '../../../vocabulary/countries.ts';
import { iatiCollaborationType } from '../../../vocabulary/iati-codes.ts';
import { attribute, child } from '../../xml/element.ts';
import { leaf } from '../../xml/tree-builder.ts';
import type { ElementReader } from '../internal/element-reader.ts';

const meaning = 'ssc:modality';

/**
 * CollaborationType 8 ("bilateral, triangular co-operation") is triangular. 1 (bilateral) is our bilateral only where
 * providers and recipients are known and all of them are countries of the South: the code alone says as much of
 * North-South aid. Other codes say nothing about our modalities. Read after the countries.
 */
export const collaborationType: ElementReader = {
  wants: { 'collaboration-type': leaf },
  read(record, reading) {
    const element = child(record, 'collaboration-type');
    const code = element === undefined ? undefined : attribute(element, 'code');
    if (element === undefined || code === undefined) return;
    if (!iatiCollaborationType.entries.has(code)) {
      const params = { got: code.slice(0, 40), list: 'CollaborationType', right: '1–8' };
      reading.found('warning', 'unknownCode', meaning, { element, attribute: 'code' }, params);
    }
    const { providers, recipients } = reading;
    const isSouthSouth =
      providers.size > 0 &&
      recipients.size > 0 &&
      [...providers, ...recipients].every((country) => isSouth(country));
    if (code === '8') reading.put(meaning, 'triangular');
    else if (code === '1' && isSouthSouth) reading.put(meaning, 'bilateral');
  },
};
