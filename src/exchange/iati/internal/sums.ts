import type { Money, MoneyBasis } from '../../../kernel/figure.ts';
import { isCurrency } from '../../../vocabulary/currencies.ts';
import { attribute, type Element } from '../../xml/element.ts';
import { readDate } from './iso-date.ts';
import type { Reading } from './reading.ts';
import { ownDate } from './written-date.ts';

/** An amount as read: what the `value` element says. */
interface Amount {
  readonly amount: number;
  readonly currency: string;
  readonly date: string | undefined;
}

/**
 * A `value` element: its amount in its currency, else in the record's default. What is not understood gives a finding
 * (`badNumber`, `unknownCode`, or `missing` for a currency that nobody names) and undefined.
 */
export function readAmount(value: Element, meaning: string, reading: Reading): Amount | undefined {
  const got = value.text.trim();
  // Some publishers group digits by commas or spaces, against the standard; a comma before two digits could be a decimal one.
  const digits = /^-?\d{1,3}([, ]\d{3})+(\.\d+)?$/.test(got) ? got.replace(/[, ]/g, '') : got;
  const amount = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(digits) ? Number(digits) : Number.NaN;
  if (!Number.isFinite(amount)) {
    reading.found(
      'error',
      'badNumber',
      meaning,
      { element: value },
      { got: got.slice(0, 40), right: '1500.00' },
    );
    return undefined;
  }
  const currency = (attribute(value, 'currency') ?? reading.currency)?.toUpperCase();
  if (currency === undefined || !isCurrency(currency)) {
    const code = currency === undefined ? 'missing' : 'unknownCode';
    const params = { ...(currency === undefined ? {} : { got: currency }), right: 'ISO 4217' };
    reading.found('error', code, meaning, { element: value, attribute: 'currency' }, params);
    return undefined;
  }
  return { amount, currency, date: ownDate(value, readDate(value, 'value-date', meaning, reading)) };
}

/** Adds up amounts by what they are and by currency; each sum stands at its latest date. Nothing is converted. */
export class Sums {
  readonly #sums = new Map<
    string,
    { basis: MoneyBasis; currency: string; amount: number; date: string | undefined }
  >();

  add(basis: MoneyBasis, { amount, currency, date }: Amount): void {
    const sum = this.#sums.get(`${basis} ${currency}`);
    if (sum === undefined) {
      this.#sums.set(`${basis} ${currency}`, { basis, currency, amount, date });
      return;
    }
    sum.amount += amount;
    if (date !== undefined && (sum.date === undefined || date > sum.date)) sum.date = date;
  }

  /** The sums in the order in which they began, rounded to cents: sums of decimal fractions carry errors of binary ones. */
  money(): readonly Money[] {
    return [...this.#sums.values()].map(({ basis, currency, amount, date }) => ({
      amount: Math.round(amount * 100) / 100,
      currency,
      ...(date === undefined ? {} : { valueDate: date }),
      basis,
    }));
  }
}
