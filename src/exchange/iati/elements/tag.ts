import { isSdg, sdgs } from '../../../vocabulary/sdg.ts';
import { attribute, childrenNamed, type Element } from '../../xml/element.ts';
import { leaf } from '../../xml/tree-builder.ts';
import type { ElementReader } from '../internal/element-reader.ts';
import type { Reading } from '../internal/reading.ts';

const meaning = 'iati:tag';

/**
 * Goals and targets: tags of the vocabularies 2 (goals) and 3 (targets), and sectors of the vocabularies 7 and 8, which
 * say the same in an older way. A code that is neither goal nor target is left out (`unknownCode`).
 */
export const tag: ElementReader = {
  wants: { tag: leaf, sector: leaf },
  read(record, reading) {
    const codes = new Set<string>();
    for (const element of childrenNamed(record, 'tag')) take(element, ['2', '3'], reading, codes);
    for (const element of childrenNamed(record, 'sector')) take(element, ['7', '8'], reading, codes);
    reading.putList(meaning, [...codes]);
  },
};

function take(element: Element, vocabularies: readonly string[], reading: Reading, codes: Set<string>): void {
  const code = attribute(element, 'code');
  if (code === undefined || !vocabularies.includes(attribute(element, 'vocabulary') ?? '')) return;
  // Goals are also written with a leading zero or a point at the end (`04`, `4.`), targets in capitals (`4.B`).
  const plain = code
    .replace(/^0+(?=\d)/, '')
    .replace(/\.$/, '')
    .toLowerCase();
  if (isSdg(plain)) codes.add(plain);
  else {
    const params = { got: code.slice(0, 40), list: sdgs.name };
    reading.found('error', 'unknownCode', meaning, { element, attribute: 'code' }, params);
  }
}
