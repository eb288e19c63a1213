import { gathered } from '../../operations/consultations/gathered.ts';
import { outcomesOf } from '../../operations/consultations/outcomes-of.ts';
import { factsOfNew } from '../../operations/facts-of.ts';
import type { House } from '../../operations/house.ts';
import type { Shown } from '../../operations/show.ts';
import type { Presented } from '../../policy/present.ts';
import { memberOf } from '../../policy/room.ts';
import type { Translate } from '../../wording/messages.ts';
import { pageAddress } from '../address.ts';
import { type Html, html } from '../html.ts';
import { consultationBlock, type MayBegin } from '../pages/consultation-block.ts';
import { titleLink } from '../pages/record-heading.ts';
import { isOpen, widestView } from './acting.ts';
import type { VisitorLook } from './look-at.ts';

/** What a record's page says of consultations; nothing on most. */
export async function roomOf(
  house: House,
  t: Translate,
  looked: VisitorLook | { readonly shown: Shown },
): Promise<Html> {
  const { shown } = looked;
  const { state, record } = shown;
  const actor = 'actors' in looked ? widestView(looked.actors, looked.facts) : undefined;
  const found = await gathered(house, shown, actor);
  const closed = state.shared !== undefined && html`<p class=note>${t('consultation.closed')}</p>`;
  const block = found !== undefined && consultationBlock(t, record, found, mayBegin(looked));
  return html`${closed}${block}${promise(t, looked)}${outcomesList(t, await outcomesOf(house, record.id))}`;
}

/** As whom the visitor gives a position that its side has not given yet, or files the outcome. */
function mayBegin(looked: VisitorLook | { readonly shown: Shown }): MayBegin {
  if (!('actors' in looked)) return {};
  const { actors, facts, shown } = looked;
  const { room, state } = facts;
  const opened = state.inForce !== undefined || state.shared !== undefined;
  if (room === undefined || !opened || (state.outcomes ?? []).length > 0) return {};
  const member = actors.find(({ post }) => {
    const by = memberOf(post, room);
    return by !== undefined && !(state.positions ?? []).some((one) => one.by === by);
  });
  const convenor = actors.find(({ post }) => post.id === room.convenor);
  const over = shown.record.values['conclusion'] !== undefined;
  return {
    ...(member === undefined || over ? {} : { position: member.post.id }),
    ...(convenor === undefined ? {} : { outcome: convenor.post.id }),
  };
}

/** From an outcome that everybody reads, the way to a commitment, for who may make one. */
function promise(t: Translate, looked: VisitorLook | { readonly shown: Shown }): Html {
  const { record, state } = looked.shown;
  const filed = record.register.means.includes('followup:outcome') && state.inForce !== undefined;
  if (!filed || state.withdrawn !== undefined || !('actors' in looked)) return html``;
  const actor = looked.actors.find((one) => isOpen('save', one, factsOfNew('commitment')));
  if (actor === undefined) return html``;
  const query = new URLSearchParams({ post: actor.post.id, outcome: record.id });
  return html`<p><a class=btn href="${pageAddress(t.lang, `/commitment/new?${query}`)}">${t('consultation.commit')}</a></p>`;
}

function outcomesList(t: Translate, records: readonly Presented[]): Html {
  if (records.length === 0) return html``;
  return html`<h2>${t('consultation.ofMeasure')}</h2><ul>${records.map((one) => html`<li>${titleLink(t, one)}`)}</ul>`;
}
