import { bodyName } from '../../vocabulary/body-names.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html } from '../html.ts';

/** A body by its name in the reader's language, or as it was written, in its own direction. */
export function shownBody(t: Translate, written: string): Html {
  const name = bodyName(written, t.lang);
  return name === undefined ? html`<bdi>${written}</bdi>` : html`<bdi>${name}</bdi>`;
}
