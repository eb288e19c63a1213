/** Characters that turn the order of reading: embeddings and overrides (U+202A–202E), isolates (U+2066–2069; Unicode UAX 9). */
const any = /[\u202a-\u202e\u2066-\u2069]/;
const overrides = /[\u202a-\u202e]/g;

/** A piece that is isolated and closed again within one element, as sentences of ours hold; or such a character. */
const turning = /[\u2066-\u2068][^<\u2066-\u2069]*\u2069|[\u202a-\u202e\u2066-\u2069]/g;

/** Whether a text holds a character that turns the order of reading. */
export function turnsReading(text: string): boolean {
  return any.test(text);
}

/**
 * A text without the characters by which it would reverse what follows it, or hide what it says. A piece that is isolated
 * and closed stays isolated. For where a text is shown, not where it is kept.
 */
export function inReadingOrder(text: string): string {
  if (!turnsReading(text)) return text;
  return text.replace(turning, (piece) => (piece.length === 1 ? '' : piece.replace(overrides, '')));
}
