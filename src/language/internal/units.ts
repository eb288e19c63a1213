/** Longer texts get an array of their own. */
const roomy = 2 ** 15;

let spare: Uint16Array | undefined = new Uint16Array(roomy);

/**
 * Lends `use` the UTF-16 units of a text as an array, with a 0 after the last: reading them one by one is several
 * times faster than out of the string. The array is only good until `use` returns.
 */
export function withUnits(text: string, use: (units: Uint16Array) => void): void {
  // Whoever cuts a text while cutting another finds the spare array gone, and gets a new one.
  const lent = text.length < roomy ? spare : undefined;
  if (lent !== undefined) spare = undefined;
  const units = lent ?? new Uint16Array(text.length + 1);
  try {
    // Little-endian, as every machine Node runs on but one.
    Buffer.from(units.buffer).write(text, 'utf16le');
    units[text.length] = 0;
    use(units);
  } finally {
    if (lent !== undefined) spare = lent;
  }
}
