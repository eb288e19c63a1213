import { textIn } from '../../kernel/lang-text.ts';
import type { Tracked } from '../../operations/ports/tracking.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress, recordPath } from '../address.ts';
import { type Html, html } from '../html.ts';
import { langAttributes } from '../pieces/texts.ts';

/** Where the board of an instrument stands, without its language. */
export function boardPath(instrument: string): string {
  return `/follow-up/${instrument}`;
}

/** Longest name in a list, in characters: a recommendation has no title but its whole text. */
const longestName = 200;

/** A record of follow-up by its title, with its number where it has one, leading to its page or to `path`. */
export function trackedLink(
  t: Translate,
  { register, recordId, title, tracked: { number } }: Tracked,
  path = recordPath(register, recordId),
): Html {
  const { text, lang } = textIn(title, t.lang);
  return html`<a href="${pageAddress(t.lang, path)}"${langAttributes(t, lang)}>${number !== undefined && html`${number}. `}${beginning(text)}</a>`;
}

function beginning(text: string): string {
  return text.length <= longestName ? text : `${text.slice(0, longestName).replace(/\s\S*$/u, '')} …`;
}
