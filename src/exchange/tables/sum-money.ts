import type { Money } from '../../kernel/figure.ts';

/**
 * Adds up amounts of the same basis and currency; each sum stands at its latest date, as amounts read from IATI XML do.
 * Nothing is converted; sums are rounded to cents.
 */
export function sumMoney(amounts: readonly Money[]): readonly Money[] {
  const sums = new Map<string, Money>();
  for (const money of amounts) {
    const key = `${money.basis} ${money.currency}`;
    const sum = sums.get(key);
    sums.set(key, sum === undefined ? money : added(sum, money));
  }
  return [...sums.values()].map((sum) => ({ ...sum, amount: Math.round(sum.amount * 100) / 100 }));
}

function added({ valueDate: first, ...sum }: Money, { amount, valueDate: second }: Money): Money {
  const dates = [first, second].filter((date) => date !== undefined).sort();
  const latest = dates.at(-1);
  return { ...sum, amount: sum.amount + amount, ...(latest === undefined ? {} : { valueDate: latest }) };
}
