import type { Html } from '../html.ts';
import type { Page } from '../layout.ts';

/** What one page puts into the frame that all pages share. */
export interface PageParts extends Omit<Page, 't' | 'body'> {
  /** What stands under the woven band: the same at falling levels of detail, of which the first that fits is sent. */
  readonly bodies: readonly (() => Html)[];
  /** Ids of the records that the page shows; `anyRecord` when it changes with any. */
  readonly shows: readonly string[];
}

/** Stands for "any record" among what a page shows: lists and counts. */
export const anyRecord = '*';
