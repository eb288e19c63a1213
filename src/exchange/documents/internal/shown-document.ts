import { inReadingOrder } from '../../../kernel/reading-order.ts';
import type { Document } from '../document.ts';

/** A document without the characters by which a text from outside would reverse what follows it; addresses are as they were. */
export function shownDocument(document: Document): Document {
  // Texts alone are others; lists and members stay, so it is a document as before.
  return shown(document) as Document;
}

function shown(value: unknown): unknown {
  if (typeof value === 'string') return inReadingOrder(value);
  if (Array.isArray(value)) return value.map(shown);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [name, name === 'href' ? held : shown(held)]),
  );
}
