import { sectors } from '../../../vocabulary/sectors.ts';
import { attribute, childrenNamed, type Element } from '../../xml/element.ts';
import { leaf, wanted } from '../../xml/tree-builder.ts';
import { made } from '../../xml/write-xml.ts';
import type { ElementReader } from '../internal/element-reader.ts';
import type { ElementWriter } from '../internal/element-writer.ts';
import { isMade, own } from '../internal/own-marks.ts';
import type { Reading } from '../internal/reading.ts';
import { withShares } from '../internal/shares.ts';

const meaning = 'iati:sector';

/**
 * Sectors in the vocabularies of the DAC: 1 (five digits, also where no vocabulary is named) and 2 (three digits); other
 * vocabularies are not ours. From the transactions too, for publishers that say it only there. A code that is not in
 * the list is left out (`unknownCode`), once for each code.
 */
export const sector: ElementReader = {
  wants: { sector: leaf, transaction: wanted({ sector: leaf }) },
  read(record, reading) {
    const codes = new Set<string>();
    const unknown = new Set<string>();
    for (const element of childrenNamed(record, 'sector')) take(element, reading, codes, unknown);
    for (const transaction of childrenNamed(record, 'transaction')) {
      for (const element of childrenNamed(transaction, 'sector')) take(element, reading, codes, unknown);
    }
    reading.putList(meaning, [...codes]);
  },
};

function take(element: Element, reading: Reading, codes: Set<string>, unknown: Set<string>): void {
  const vocabulary = attribute(element, 'vocabulary') ?? '1';
  const code = attribute(element, 'code');
  if ((vocabulary !== '1' && vocabulary !== '2') || code === undefined) return;
  if (sectors.entries.has(code)) codes.add(code);
  else if (!unknown.has(code)) {
    unknown.add(code);
    const params = { got: code.slice(0, 40), list: sectors.name };
    reading.found('error', 'unknownCode', meaning, { element, attribute: 'code' }, params);
  }
}

const unspecified = '99810';

/** Codes in the vocabularies of the DAC. The standard wants one (6.2.2): `sectors not specified` where there is none, marked. */
export const sectorWriter: ElementWriter = {
  name: 'sector',
  attributes: ['code', 'vocabulary'],
  children: [],
  write(spoken) {
    const codes = spoken.list<string>(meaning);
    if (codes.length === 0) {
      const marked = { vocabulary: '1', code: unspecified, [own('made')]: 'element' };
      return [{ key: 'made', element: made('sector', marked) }];
    }
    return codes.map((code) => {
      const vocabulary = code.length === 3 ? '2' : '1';
      return { key: code, element: made('sector', { vocabulary, code }) };
    });
  },
  keyOf(element) {
    if (isMade(element)) return 'made';
    const vocabulary = attribute(element, 'vocabulary') ?? '1';
    return vocabulary === '1' || vocabulary === '2' ? attribute(element, 'code') : undefined;
  },
  /** Shares count within a vocabulary. */
  settle(elements) {
    const byVocabulary = Map.groupBy(elements, (element) => attribute(element, 'vocabulary') ?? '1');
    return [...byVocabulary].flatMap(([vocabulary, some]) =>
      vocabulary === '1' || vocabulary === '2' ? withShares(some) : some,
    );
  },
};
