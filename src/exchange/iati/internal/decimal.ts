/** A number as XML Schema writes a decimal: digits and a point, never an exponent. */
export function decimal(value: number): string {
  return value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 });
}
