import type { Ranked } from '../../matching/rank.ts';
import { formatNumber } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html } from '../html.ts';

/** All points of a record, factor by factor: nothing else decides where it stands. */
export function pointsTable(t: Translate, { points, of, factors }: Ranked): Html {
  return html`<details><summary>${t('solved.points', { points: Math.round(points), of })}</summary><table><tbody>${factors.map(
    ({ factor, points: own, of: most }) =>
      html`<tr><th scope=row>${t(`solved.factor.${factor}`)}<td class=num>${formatNumber(t.lang, Math.round(own))} / ${formatNumber(t.lang, most)}`,
  )}</table></details>`;
}
