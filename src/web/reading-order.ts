import { type Html, markup } from './html.ts';

/** Characters that turn or shut off the order of reading: embeddings and overrides (U+202A–202E), isolates (U+2066–2069). */
const any = /[\u202a-\u202e\u2066-\u2069]/;

/** What stays as it is (what a form sends back, what machines read, dates that we isolate ourselves), or such a character. */
const parts =
  /<textarea\b.*?<\/textarea>|<input\b[^>]*>|<script\b.*?<\/script>|\u2066\d{4}-\d{2}(?:-\d{2})?\u2069|[\u202a-\u202e\u2066-\u2069]/gs;

/**
 * A page without the characters by which a text from outside would reverse what follows it, or hide what it says. Shown
 * without them, kept with them: the record, its files and the form that edits it are as they were.
 */
export function inReadingOrder(page: Html): Html {
  const text = String(page);
  if (!any.test(text)) return page;
  return markup(text.replace(parts, (part) => (part.length === 1 ? '' : part)));
}
