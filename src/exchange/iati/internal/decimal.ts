/** A number as XML Schema writes a decimal: digits and a point, never an exponent. */
export function decimal(value: number): string {
  const plain = String(value);
  if (!plain.includes('e')) return plain;
  return value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 });
}
