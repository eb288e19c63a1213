import { type Html, html } from '../../html.ts';
import type { Place, Showing } from '../input.ts';

/** Most empty rows shown at once: enough for anybody, few enough that no request makes a page without end. */
const mostEmptyRows = 20;

/** How many empty rows are shown: those asked for, at least `least`. */
export function rowsToShow({ more }: Showing, name: string, least: number): number {
  // Asked by own key: a name may be that of a member which every object has.
  const asked = Object.hasOwn(more, name) ? (more[name] ?? 0) : 0;
  return Math.min(mostEmptyRows, Math.max(asked, least));
}

/** Asks for one more empty row; everything typed comes back with it, and nothing is saved. */
export function moreButton(form: Showing, { name, label }: Place, words?: string): Html {
  const said =
    words === undefined
      ? html`${form.t('form.another', { what: label })}`
      : html`${words}<span class=vh> ${label}</span>`;
  return html`<button class=add name=more value="${name}" formnovalidate>${said}</button>`;
}
