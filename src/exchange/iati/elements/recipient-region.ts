import { unknownLanguage } from '../../../kernel/language-tag.ts';
import { nameOf } from '../../../vocabulary/code-list.ts';
import { iatiRegion } from '../../../vocabulary/iati-codes.ts';
import { attribute, childrenNamed } from '../../xml/element.ts';
import { type ElementReader, narratives } from '../internal/element-reader.ts';
import { longestLine, plainText } from '../internal/narrative.ts';

const meaning = 'iati:recipient-region';

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
