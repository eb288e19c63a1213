import { sectors } from '../../../vocabulary/sectors.ts';
import { attribute, childrenNamed, type Element } from '../../xml/element.ts';
import { leaf, wanted } from '../../xml/tree-builder.ts';
import type { ElementReader } from '../internal/element-reader.ts';
import type { Reading } from '../internal/reading.ts';

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
