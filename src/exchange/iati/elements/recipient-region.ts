import type { Participant } from '../../../fields/participants.ts';
import type { LangText } from '../../../kernel/lang-text.ts';
import { unknownLanguage } from '../../../kernel/language-tag.ts';
import { nameOf } from '../../../vocabulary/code-list.ts';
import { iatiRegion } from '../../../vocabulary/iati-codes.ts';
import { attribute, childrenNamed } from '../../xml/element.ts';
import { made } from '../../xml/write-xml.ts';
import { type ElementReader, narratives } from '../internal/element-reader.ts';
import type { ElementWriter } from '../internal/element-writer.ts';
import { longestLine, plainText } from '../internal/narrative.ts';
import { isMade, own } from '../internal/own-marks.ts';
import { textElement } from '../internal/written-text.ts';

const meaning = 'iati:recipient-region';
const developingCountries = '998';

/**
 * Regions that receive, as one line: what the publisher calls them, else the name of the code in the standard's list,
 * else the code. Regions are not countries and are never resolved into some.
 */
export const recipientRegion: ElementReader = {
  wants: { 'recipient-region': narratives },
  read(record, reading) {
    const names = childrenNamed(record, 'recipient-region').map((element) => {
      const code = attribute(element, 'code');
      const listed = (attribute(element, 'vocabulary') ?? '1') === '1';
      return plainText(element) ?? (code !== undefined && listed ? nameOf(iatiRegion, code, 'en') : code);
    });
    const line = [...new Set(names.filter((name) => name !== undefined))].join('; ').slice(0, longestLine);
    if (line !== '') reading.put(meaning, { original: unknownLanguage, texts: { [unknownLanguage]: line } });
  },
};

/**
 * The standard wants a country or a region that receives (3.7.1): where no country does, what the record says in words
 * stands under the code for developing countries as such, else that code alone, marked.
 */
export const recipientRegionWriter: ElementWriter = {
  name: 'recipient-region',
  attributes: ['code', 'vocabulary'],
  children: ['narrative'],
  write(spoken) {
    const participants = spoken.list<Participant>('iati:recipient-country');
    const receives = participants.some(
      ({ country, role, organisation }) =>
        country !== undefined && organisation === undefined && (role === 'recipient' || role === 'both'),
    );
    if (receives) return [];
    const said = { code: developingCountries, vocabulary: '1' };
    const line = spoken.value<LangText>(meaning);
    if (line !== undefined) return [{ key: 'line', element: textElement('recipient-region', line, said) }];
    return [{ key: 'made', element: made('recipient-region', { ...said, [own('made')]: 'element' }) }];
  },
  // Several regions become one line: when it changes, all of them go.
  keyOf: (element) => (isMade(element) ? 'made' : 'line'),
};
