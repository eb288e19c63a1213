import type { Money, MoneyBasis } from '../../../kernel/figure.ts';
import { attribute, child, childrenNamed, type Element } from '../../xml/element.ts';
import { leaf, wanted } from '../../xml/tree-builder.ts';
import { made } from '../../xml/write-xml.ts';
import { decimal } from '../internal/decimal.ts';
import type { ElementReader } from '../internal/element-reader.ts';
import type { ElementWriter, Item } from '../internal/element-writer.ts';
import { readDate } from '../internal/iso-date.ts';
import { readAmount, Sums } from '../internal/sums.ts';
import { exactDate, firstDay } from '../internal/written-date.ts';
import { textElement } from '../internal/written-text.ts';

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

/** One transaction for each sum that has a date. Without one, or before its date, the standard cannot say it. */
export const transactionWriter: ElementWriter = {
  name: 'transaction',
  attributes: [],
  children: ['transaction-type', 'transaction-date', 'value', 'description'],
  write(spoken) {
    const seen = new Map<string, number>();
    return spoken.list<Money>(meaning).flatMap((money): Item[] => {
      const code = Object.entries(bases).find(([, basis]) => basis === money.basis)?.[0];
      if (code === undefined || money.valueDate === undefined) return [];
      const day = firstDay(money.valueDate);
      if (day > spoken.scene.today) return [];
      const kind = `${money.basis} ${money.currency}`;
      const times = (seen.get(kind) ?? 0) + 1;
      seen.set(kind, times);
      return [{ key: times === 1 ? kind : `${kind} ${times}`, element: transactionOf(money, code, day) }];
    });
  },
  keyOf(element, _record, reading) {
    const type = child(element, 'transaction-type');
    const basis = bases[(type === undefined ? undefined : attribute(type, 'code')) ?? ''];
    const value = child(element, 'value');
    if (basis === undefined || value === undefined) return undefined;
    return `${basis} ${(attribute(value, 'currency') ?? reading.currency)?.toUpperCase()}`;
  },
};

function transactionOf(
  { amount, currency, valueDate = '', label }: Money,
  code: string,
  day: string,
): Element {
  return made('transaction', {}, [
    made('transaction-type', { code }),
    made('transaction-date', { 'iso-date': day }),
    made('value', { currency, 'value-date': day, ...exactDate(valueDate, day) }, decimal(amount)),
    ...(label === undefined ? [] : [textElement('description', label)]),
  ]);
}
