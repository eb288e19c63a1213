import type { MoneyBasis } from '../../../kernel/figure.ts';
import { attribute, child, childrenNamed } from '../../xml/element.ts';
import { leaf, wanted } from '../../xml/tree-builder.ts';
import type { ElementReader } from '../internal/element-reader.ts';
import { readDate } from '../internal/iso-date.ts';
import { readAmount, Sums } from '../internal/sums.ts';

const meaning = 'iati:transaction';

/** What goes out. Incoming funds and pledges are the same money on its way in, or not yet there. */
const bases: Readonly<Record<string, MoneyBasis>> = {
  '2': 'commitment',
  '3': 'disbursement',
  '4': 'expenditure',
};

/** Commitments, disbursements and expenditure, added up by type and currency; each sum stands at its latest date. */
export const transaction: ElementReader = {
  wants: { transaction: wanted({ 'transaction-type': leaf, 'transaction-date': leaf, value: leaf }) },
  read(record, reading) {
    const sums = new Sums();
    for (const each of childrenNamed(record, 'transaction')) {
      const type = child(each, 'transaction-type');
      const basis = bases[(type === undefined ? undefined : attribute(type, 'code')) ?? ''];
      const value = child(each, 'value');
      if (basis === undefined || value === undefined) continue;
      const amount = readAmount(value, meaning, reading);
      if (amount === undefined) continue;
      const day = child(each, 'transaction-date');
      const date =
        amount.date ?? (day === undefined ? undefined : readDate(day, 'iso-date', meaning, reading));
      sums.add(basis, { ...amount, date });
    }
    reading.putList(meaning, sums.money());
  },
};
