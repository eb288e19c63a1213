import { raw, html as tagged } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** A piece of a page: already escaped. */
export type Html = HtmlEscapedString;

/** What may stand in a template: text (escaped), numbers, pieces, lists of these; `false`, null and undefined give nothing. */
export type Inside = Html | string | number | false | null | undefined | readonly Inside[];

/** A tagged template whose values are escaped unless they are pieces themselves. Attribute values must stand in quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly Inside[]): Html {
  const made = tagged(strings, ...values);
  // Only promises among the values make a promise of it, and the types let none in.
  if (made instanceof Promise) throw new TypeError('a piece of a page must be ready when it is placed');
  return made;
}

/** Text that is markup already and known to be ours: never anything that came from outside. */
export function markup(ours: string): Html {
  return raw(ours);
}

/** Pieces with something between them. */
export function joined(pieces: readonly Inside[], between: Inside): Html {
  return html`${pieces.map((piece, index) => (index === 0 ? piece : [between, piece]))}`;
}
