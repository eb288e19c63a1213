import { compare } from '../../operations/compare.ts';
import type { Shown } from '../../operations/show.ts';
import { fieldLabel } from '../../wording/labels.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress, recordPath } from '../address.ts';
import { type Html, html } from '../html.ts';
import { differenceList } from '../pages/difference-list.ts';
import { happened } from '../pages/happened.ts';
import { saidBy } from '../pages/said-by.ts';
import type { Posts } from '../pieces/post-name.ts';
import type { VisitorLook } from './look-at.ts';

/** How much of each change a page shows before it sends the reader to the comparison. */
export const fewWords = { text: 600, items: 10 } as const;

/** The newest thing that happened to the record, said back to the person who just did it. */
export function justDone(t: Translate, { shown: { events, revisions } }: VisitorLook): Html {
  const [event, revision] = [events.at(-1), revisions.at(-1)];
  const said =
    event !== undefined && (revision === undefined || event.at >= revision.changedAt)
      ? happened(t, event)
      : t('review.saved', { n: revision?.revision ?? 0 });
  return html`<p class=note role=status><b>${said}</b>`;
}

/** A draft on its way, for the owner's side: where it stands, what the focal point wants changed, nothing where there is none. */
export function underWay(t: Translate, { shown }: VisitorLook, posts: Posts): Html {
  const { draft, state } = shown;
  if (draft === undefined) return html``;
  const phase = state.phase === 'submitted' || state.phase === 'returned' ? state.phase : 'draft';
  return html`<div class=note><p><b>${t(`phase.${phase}`, { n: draft.revision })}</b> ${t(state.inForce === undefined ? 'review.notPublicYet' : 'review.draftUnseen')}<p class=soft>${saidBy(t, draft, posts)}${
    state.approvedBy.length > 0 && html`<p>${t('review.oneAgreed')}`
  }${remarks(t, shown)}</div>`;
}

function remarks(t: Translate, { state, record }: Shown): Html {
  if (state.remarks.length === 0) return html``;
  return html`<dl>${state.remarks.map(
    ({ field, text }) =>
      html`<dt>${field === '' ? t('reservation.whole') : fieldLabel(t, record.register.name, field)}<dd><span dir=auto>${text}</span>`,
  )}</dl>`;
}

/** How the draft differs from what everybody sees; nothing where everybody sees nothing. */
export function draftChanges(t: Translate, { shown }: VisitorLook): Html {
  const { record, draft, state } = shown;
  const { inForce } = state;
  if (draft === undefined || inForce === undefined) return html``;
  const { register, id } = record;
  const { differences } = compare(shown, inForce, draft.revision);
  const query = `from=${inForce}&to=${draft.revision}`;
  return html`<details open><summary>${t('review.draftChanges')}</summary>${differenceList(t, register, differences, fewWords)}<p><a href="${pageAddress(t.lang, `${recordPath(register.name, id)}/compare?${query}`)}">${t('record.compareTwo', { a: inForce, b: draft.revision })}</a></details>`;
}
