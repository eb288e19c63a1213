import { goalOf, sdgs } from '../../vocabulary/sdg.ts';
import type { Translate } from '../../wording/messages.ts';
import { facetPath, pageAddress } from '../address.ts';
import { type Html, html } from '../html.ts';
import { codeLabel } from './code-label.ts';

/** The Goals as numbers over a bar in their colour, in order; targets count as their Goal. Nothing for none. */
export function goals(t: Translate, codes: readonly string[]): Html {
  const numbers = [...new Set(codes.flatMap((code) => goalOf(code) ?? []))].sort(
    (a, b) => Number(a) - Number(b),
  );
  if (numbers.length === 0) return html``;
  return html`<p class=g>${t('sdg.label')} ${numbers.map(
    (n) =>
      html`<a class=s${n} href="${pageAddress(t.lang, facetPath('sdg', n))}" title="${codeLabel(t, sdgs, n)}" aria-label="${t('sdg.goal', { n })}">${n}</a>`,
  )}`;
}
