import { inReadingOrder, turnsReading } from '../kernel/reading-order.ts';
import { type Html, markup } from './html.ts';

/** What a form sends back or machines read, kept as it is; or what stands up to the next tag. */
const parts = /(<textarea\b.*?<\/textarea>|<input\b[^>]*>|<script\b.*?<\/script>)|<?[^<]+/gs;

/**
 * A page without the characters by which a text from outside would reverse what follows it, or hide what it says. Shown
 * without them, kept with them: the record, its files and the form that edits it are as they were.
 */
export function pageInReadingOrder(page: Html): Html {
  const text = String(page);
  if (!turnsReading(text)) return page;
  return markup(text.replace(parts, (part, kept?: string) => kept ?? inReadingOrder(part)));
}
