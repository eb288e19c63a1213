import { isSouth } from '../../../vocabulary/countries.ts';
import { iatiCollaborationType } from '../../../vocabulary/iati-codes.ts';
import { modalities } from '../../../vocabulary/modalities.ts';
import { attribute, child, childrenNamed } from '../../xml/element.ts';
import { leaf } from '../../xml/tree-builder.ts';
import { made } from '../../xml/write-xml.ts';
import type { ElementReader } from '../internal/element-reader.ts';
import { type ElementWriter, once, theOnly } from '../internal/element-writer.ts';
import { isOurVocabulary } from '../internal/our-vocabulary.ts';

const meaning = 'ssc:modality';

/**
 * CollaborationType 8 ("bilateral, triangular co-operation") is triangular. 1 (bilateral) is our bilateral only where
 * providers and recipients are known and all of them are countries of the South: the code alone says as much of
 * North-South aid. Other codes say nothing about our modalities. A tag of our own vocabulary says it outright. Read after
 * the countries.
 */
export const collaborationType: ElementReader = {
  wants: { 'collaboration-type': leaf, tag: leaf },
  read(record, reading) {
    const tagged = childrenNamed(record, 'tag')
      .filter(isOurVocabulary)
      .map((each) => attribute(each, 'code'))
      .find((code) => code !== undefined && modalities.entries.has(code));
    if (tagged !== undefined) {
      reading.put(meaning, tagged);
      return;
    }
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

const codes: Readonly<Record<string, string>> = { triangular: '8', bilateral: '1' };

/** 8 for triangular, 1 for bilateral; for regional and multilateral cooperation the standard has nothing that says as much. */
export const collaborationTypeWriter: ElementWriter = {
  name: 'collaboration-type',
  attributes: ['code'],
  children: [],
  write(spoken) {
    const code = codes[spoken.value<string>(meaning) ?? ''];
    return once(code === undefined ? undefined : made('collaboration-type', { code }));
  },
  keyOf: theOnly,
};
