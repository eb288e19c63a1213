import { type Html, markup } from './html.ts';

/** Characters that turn the order of reading: embeddings and overrides (U+202A–202E), isolates (U+2066–2069). */
const any = /[\u202a-\u202e\u2066-\u2069]/;
const overrides = /[\u202a-\u202e]/g;

/** What a form sends back or machines read; a piece that is isolated and closed again, as sentences of ours hold; or such a character. */
const parts =
  /<textarea\b.*?<\/textarea>|<input\b[^>]*>|<script\b.*?<\/script>|[\u2066-\u2068][^<\u2066-\u2069]*\u2069|[\u202a-\u202e\u2066-\u2069]/gs;

/**
 * A page without the characters by which a text from outside would reverse what follows it, or hide what it says. Shown
 * without them, kept with them: the record, its files and the form that edits it are as they were.
 */
export function inReadingOrder(page: Html): Html {
  const text = String(page);
  if (!any.test(text)) return page;
  return markup(text.replace(parts, shown));
}

function shown(part: string): string {
  if (part.startsWith('<')) return part;
  return part.length === 1 ? '' : part.replace(overrides, '');
}
