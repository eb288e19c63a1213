import type { Office } from '../../operations/house.ts';
import type { Presented } from '../../policy/present.ts';
import type { Translate } from '../../wording/messages.ts';
import { type Html, html } from '../html.ts';
import { followUpActs } from '../rounds/record-acts.ts';
import { isOpen } from './acting.ts';
import type { VisitorLook } from './look-at.ts';
import { pairsFor } from './pairs-panel.ts';
import { panel } from './panel.ts';
import { stepAddress } from './step-form.ts';
import { draftChanges, justDone, underWay } from './under-way.ts';

/** What a record's page says to somebody signed in: what was just done, what is under way, what can be done. */
export async function mineOf(
  office: Office,
  t: Translate,
  look: VisitorLook,
  parameters: URLSearchParams,
): Promise<{ readonly underWay: Html; readonly panel: Html }> {
  const posts = office.board.posts();
  const done = parameters.get('done') === '1' && justDone(t, look);
  return {
    underWay: html`${done}${underWay(t, look, posts)}`,
    panel: html`${draftChanges(t, look)}${panel(t, look, posts)}${followUpActs(t, look)}${await pairsFor(office, t, look)}`,
  };
}

/** Opens the form with an older revision's values, so that they become a new revision; nothing for the one that stands and for those who may not write. */
export function takeUpAgain(t: Translate, look: VisitorLook, { revision }: Presented): Html {
  const { shown, facts, actors } = look;
  const writer = actors.find((actor) => isOpen('save', actor, facts));
  if (writer === undefined || revision === (shown.draft ?? shown.record).revision) return html``;
  const href = stepAddress(t, look, 'edit', { post: writer.post.id, from: String(revision) });
  return html`<p><a href="${href}">${t('review.takeUpAgain', { n: revision })}</a></p>`;
}
