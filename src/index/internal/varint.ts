/** Bytes that a number below 2³¹ takes at most. */
export const widestVarint = 5;

/** Writes a whole number ≥ 0 and < 2³¹ in groups of seven bits, low ones first; answers the place after it. */
export function writeVarint(bytes: Uint8Array, at: number, value: number): number {
  let place = at;
  let rest = value;
  while (rest > 127) {
    bytes[place] = (rest & 127) | 128;
    place += 1;
    rest >>>= 7;
  }
  bytes[place] = rest;
  return place + 1;
}

/** Bytes that `writeVarint` takes for a number. */
export function widthOfVarint(value: number): number {
  let width = 1;
  for (let rest = value; rest > 127; rest >>>= 7) width += 1;
  return width;
}

export function readVarint(bytes: Uint8Array, at: number): number {
  let value = 0;
  for (let place = at, shift = 0; ; place += 1, shift += 7) {
    const byte = bytes[place] ?? 0;
    value |= (byte & 127) << shift;
    if (byte < 128) return value;
  }
}

/** The place after the number that begins at `at`. */
export function afterVarint(bytes: Uint8Array, at: number): number {
  let place = at;
  while ((bytes[place] ?? 0) > 127) place += 1;
  return place + 1;
}
