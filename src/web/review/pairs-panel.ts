import type { Pair } from '../../lifecycle/state.ts';
import type { Office } from '../../operations/house.ts';
import { formatNumber } from '../../wording/format.ts';
import type { Translate } from '../../wording/messages.ts';
import { comma } from '../../wording/punctuation.ts';
import { type Html, html } from '../html.ts';
import { publicly } from '../pages/publicly.ts';
import { alike } from '../pages/record-asides.ts';
import { titleLink } from '../pages/record-heading.ts';
import { countryLabel } from '../pieces/country-name.ts';
import { isOpen } from './acting.ts';
import type { VisitorLook } from './look-at.ts';
import { stepButton } from './step-form.ts';

/** Reports of other countries that may be of the same initiative, for those who can say whether they are. */
export async function pairsFor(office: Office, t: Translate, look: VisitorLook): Promise<Html> {
  const { facts, actors } = look;
  const decides = actors.some((actor) => isOpen('link', actor, facts));
  if (!decides || facts.state.pairs.length === 0) return html``;
  const rows = await Promise.all(facts.state.pairs.map((pair) => row(office, t, look, pair)));
  return html`<h2>${t('pair.possible')}</h2><ul class=acts>${rows}</ul>`;
}

async function row(office: Office, t: Translate, look: VisitorLook, pair: Pair): Promise<Html> {
  const { other, score, because, agreed } = pair;
  const report = await publicly(office, look.facts.register.name, other);
  if (report === undefined) return html``;
  const likely = t('pair.likely', { percent: formatNumber(t.lang, Math.round(score * 100)) });
  const reasons =
    because.length > 0 && t('record.alike', { what: because.map((one) => alike(t, one)).join(comma(t)) });
  const said = agreed.map((country) => t('pair.agreed', { country: countryLabel(t, country) }));
  const buttons = look.actors.flatMap((actor) => {
    if (!isOpen('link', actor, look.facts)) return [];
    const more = { other };
    return [
      ...(agreed.includes(actor.post.country ?? '') ? [] : [stepButton(t, look, actor, 'link', { more })]),
      stepButton(t, look, actor, 'part', { more }),
    ];
  });
  return html`<li>${titleLink(t, report.record)} <small>${[likely, reasons, ...said].filter((one) => one !== false).join(' · ')}</small>${buttons}`;
}
