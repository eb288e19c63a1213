import type { Standing } from '../../lifecycle/revision.ts';
import { registerLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html, type Inside } from '../html.ts';

/** What a record is (shape, colour and word), when, and who stands behind it; the last where nothing else on the page says it. */
export function kindLine(
  t: Translate,
  record: { readonly register: string; readonly standing?: Standing },
  more: readonly Inside[] = [],
): Html {
  return html`<p class="kind ${record.register}"><b>${registerLabel(t, record.register)}</b>${more.map(
    (one) => one !== undefined && one !== false && one !== '' && html`<span>${one}</span>`,
  )}${record.standing !== undefined && html`<span>${t(`standing.${record.standing}.short`)}</span>`}`;
}

/** The whole sentence on who stands behind a record, for the record's own page. */
export function originMark(t: Translate, standing: Standing): Html {
  return html`<p class=note>${t(`standing.${standing}`)}`;
}
