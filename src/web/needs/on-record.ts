import type { Demand } from '../../fields/demands.ts';
import { daysBetween, lastDayOf, type PartialDate } from '../../kernel/partial-date.ts';
import { isAgreedByAll } from '../../lifecycle/state.ts';
import { factsOfNew } from '../../operations/facts-of.ts';
import { type House, today } from '../../operations/house.ts';
import type { BoardRecord } from '../../operations/ports/board.ts';
import { adoptionsOf } from '../../operations/requests/adoptions-of.ts';
import { answersOf } from '../../operations/requests/answers-of.ts';
import { standing } from '../../operations/requests/came-of.ts';
import { clockOf } from '../../operations/requests/clock-of.ts';
import type { Shown } from '../../operations/show.ts';
import type { Actor } from '../../policy/actor.ts';
import { openStates } from '../../requests/need-clock.ts';
import type { Translate } from '../../wording/messages.ts';
import type { Html } from '../html.ts';
import { isOpen } from '../review/acting.ts';
import type { VisitorLook } from '../review/look-at.ts';
import { adoptionList } from './adoption-list.ts';
import { type RequestView, requestBlock } from './request-block.ts';

/** What the page of a need, an offer, a call, a match or a practice says of asking and answering; nothing on others. */
export async function requestsOn(
  house: House,
  t: Translate,
  looked: VisitorLook | { readonly shown: Shown },
): Promise<Html | undefined> {
  const { record } = looked.shown;
  if (record.register.name === 'practice') return adoptionList(t, await adoptionsOf(house, record.id));
  const known = house.board.records([record.id]).get(record.id);
  const role = known?.request?.role;
  if (known === undefined || role === undefined) return undefined;
  const actors = 'actors' in looked ? looked.actors : [];
  const day = today(house);
  const clock = clockOf(known, day);
  const visible = [...(known.state.matches ?? [])].filter(({ stage }) => stage !== 'withdrawn');
  const answers = await answersOf(house, record.id, [undefined, ...actors]);
  const validUntil = known.request?.validUntil;
  return requestBlock(t, {
    register: record.register.name,
    id: record.id,
    answers: answers.filter(({ stage }) => stage !== 'withdrawn'),
    all: visible.length,
    // A field of demands, by its schema.
    demands: (record.values['demands'] as readonly Demand[] | undefined) ?? [],
    led: cameOf(house, looked.shown),
    met: metIn(looked.shown),
    declined: declinedIn(looked.shown),
    ways: waysOn(house, t, known, clock === undefined || openStates.has(clock.state), actors),
    files: role === 'need' && actors.length > 0 && answers.length > 0,
    ...(clock === undefined ? {} : { clock }),
    ...(validUntil === undefined ? {} : lastDayIn(role, validUntil, day)),
  });
}

/** What came of a match and stands, by name: it was released, so that everybody may know of it. */
function cameOf({ board }: House, { state }: Shown): RequestView['led'] {
  const known = board.records((state.led ?? []).map(({ id }) => id));
  return [...known.values()].flatMap(({ recordId: id, register, title, state: { inForce, withdrawn } }) =>
    inForce === undefined || withdrawn !== undefined ? [] : [{ register, id, title }],
  );
}

function metIn({ record }: Shown): RequestView['met'] {
  return Object.entries(record.review.answers).flatMap(([country, { meets }]) =>
    meets === undefined ? [] : [{ country, meets }],
  );
}

/** For the two sides of a match: who declined, for which reason of the list, and in which words of its own. */
function declinedIn({ record, events }: Shown): RequestView['declined'] {
  return Object.entries(record.review.answers).flatMap(([country, { because }]) => {
    if (because === undefined) return [];
    const said = events.findLast((event) => event.type === 'declined' && event.country === country);
    return [{ country, because, ...(said?.reason === undefined ? {} : { words: said.reason }) }];
  });
}

/** An offer says its last day once it has passed, a call counts down to it. */
function lastDayIn(
  role: string,
  on: PartialDate,
  day: string,
): Partial<Pick<RequestView, 'ended' | 'closes'>> {
  const daysLeft = daysBetween(day, lastDayOf(on));
  if (role === 'call') return { closes: { on, daysLeft } };
  return role === 'offer' && daysLeft < 0 ? { ended: on } : {};
}

/** Who may answer goes to an answer; the sides that have agreed go on to what comes of it. */
function waysOn(
  house: House,
  t: Translate,
  known: BoardRecord,
  open: boolean,
  actors: readonly Actor[],
): RequestView['ways'] {
  const { recordId: id, request, state } = known;
  const sides = request?.role === 'match' ? known.countries : undefined;
  const begin = (register: string) =>
    actors.find(
      (one) => isOpen('save', one, factsOfNew(register)) && (sides?.includes(one.post.country ?? '') ?? true),
    );
  const way = (register: string, label: string, query: Readonly<Record<string, string>>) => {
    const actor = begin(register);
    if (actor === undefined) return [];
    return [{ label, path: `/${register}/new?${new URLSearchParams({ post: actor.post.id, ...query })}` }];
  };
  if (request?.role === 'need' && open && state.inForce !== undefined) {
    const actor = begin('match');
    const own = actor?.post.country !== undefined && request.asking?.includes(actor.post.country) === true;
    return way('match', t(own ? 'need.propose' : 'need.answer'), { need: id });
  }
  if (request?.role !== 'match' || !isAgreedByAll(known.state)) return [];
  const taken = standing(house, known, 'activity').length > 0;
  return [
    ...(taken ? [] : way('activity', t('need.becomeActivity'), { match: id })),
    ...way('adoption', t('need.recordAdoption'), { match: id }),
  ];
}
