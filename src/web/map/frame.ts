import { type Html, html, markup } from '../html.ts';
import { landPath } from './land.ts';
import { height, width } from './projection.ts';

/** What the picture is called for those who do not see it; without it the picture says nothing that is not beside it in words. */
export type MapName = string | undefined;

/** A picture of the world's land as dots with something drawn on it. It never mirrors: east is right in every language. */
export function mapFrame(name: MapName, drawn: Html): Html {
  const spoken = name === undefined ? markup('aria-hidden=true') : html`role=img aria-label="${name}"`;
  return html`<svg class=map viewBox="0 0 ${width} ${height}" ${spoken}><pattern id=d width=4 height=4 patternUnits=userSpaceOnUse><circle cx=2 cy=2 r=1.35 fill=#565fd0 /></pattern><path fill=url(#d) d="${markup(landPath())}"/>${drawn}</svg>`;
}
