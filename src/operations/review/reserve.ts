import { randomUUID } from 'node:crypto';
import { Fault } from '../../kernel/fault.ts';
import type { LangText } from '../../kernel/lang-text.ts';
import type { ReservedThing } from '../../lifecycle/event.ts';
import type { Reservation } from '../../lifecycle/state.ts';
import { type Actor, traceOf } from '../../policy/actor.ts';
import { getRegister } from '../../registers/all-registers.ts';
import { findReservable } from '../../vocabulary/all-lists.ts';
import { follow, followForReading } from '../follow.ts';
import type { House } from '../house.ts';
import type { BoardRecord } from '../ports/board.ts';
import { type Act, countryOf, eventEntry, takeStep } from './take-step.ts';

type OnRecord = Extract<ReservedThing, { kind: 'record' | 'field' }>;
type OnWords = Exclude<ReservedThing, OnRecord>;

/**
 * A country attaches a printed reservation to a record or to one of its fields.
 * @throws as `takeStep`; Fault `invalid` for a field that the register lacks or without a text.
 */
export function reserve(
  house: House,
  actor: Actor,
  act: Act & { readonly on: OnRecord; readonly text: LangText },
): Promise<BoardRecord> {
  return takeStep(house, actor, 'reserve', act, (subject, base) => {
    const { on, text } = act;
    const { fields } = getRegister(subject.register);
    if (on.kind === 'field' && !Object.hasOwn(fields, on.field)) {
      throw new Fault('invalid', { place: 'field', got: on.field, right: Object.keys(fields).join(', ') });
    }
    refuseEmpty(text);
    const country = countryOf(actor, 'reserve');
    return [eventEntry({ ...base, type: 'reserved', reservation: randomUUID(), country, on, text })];
  });
}

/** Lifts a reservation of one's own country on a record. @throws as `takeStep`; Fault `notFound`. */
export function liftReservation(
  house: House,
  actor: Actor,
  act: Act & { readonly reservation: string },
): Promise<BoardRecord> {
  return takeStep(house, actor, 'liftReservation', act, ({ state }, base) => {
    const { reservation } = act;
    const own = state.reservations.find(({ id }) => id === reservation);
    if (own === undefined || own.country !== actor.post.country) {
      throw new Fault('notFound', { register: 'reservation', id: reservation });
    }
    return [eventEntry({ ...base, type: 'reservationLifted', reservation })];
  });
}

/**
 * A country attaches a printed reservation to a label of a code list or to a word: it stands as a footnote wherever the
 * label appears, in every language. The first of a country on one label stands; a second replaces it.
 * @throws Fault `notAllowed` unless the post is a focal point, `invalid` for a label that is none or without a text.
 */
export async function reserveWords(
  house: House,
  actor: Actor,
  { on, text, reason }: { readonly on: OnWords; readonly text: LangText; readonly reason?: string },
): Promise<void> {
  const country = focalCountry(actor);
  refuseEmpty(text);
  if (on.kind === 'label') {
    const list = findReservable(on.list);
    if (list === undefined || !list.entries.has(on.code)) {
      throw new Fault('invalid', { place: 'label', got: `${on.list}/${on.code}`, right: 'list/code' });
    }
  } else if (Object.values(on.forms).every((form) => form.trim() === '')) {
    throw new Fault('invalid', { place: 'word', got: '', right: '…' });
  }
  await follow(house);
  const earlier = house.board
    .reservations()
    .find((one) => one.country === country && JSON.stringify(one.on) === JSON.stringify(on));
  const base = wordsBase(house, actor, reason);
  const reservation = earlier?.id ?? randomUUID();
  await house.log.append([eventEntry({ ...base, type: 'reserved', reservation, country, on, text })]);
  await follow(house);
}

/** Lifts a reservation of one's own country on a label or a word. @throws Fault `notAllowed`, `notFound`. */
export async function liftWords(house: House, actor: Actor, reservation: string): Promise<void> {
  const country = focalCountry(actor);
  await follow(house);
  const own = house.board.reservations().find(({ id }) => id === reservation);
  if (own === undefined || own.country !== country) {
    throw new Fault('notFound', { register: 'reservation', id: reservation });
  }
  await house.log.append([
    eventEntry({ ...wordsBase(house, actor), type: 'reservationLifted', reservation }),
  ]);
  await follow(house);
}

/** The reservations on labels and words that stand now; those on records stand with their records. */
export async function wordReservations(house: House): Promise<readonly Reservation[]> {
  await followForReading(house);
  return house.board.reservations();
}

function focalCountry({ post }: Actor): string {
  if (post.kind !== 'focalPoint' || post.country === undefined) {
    throw new Fault('notAllowed', { step: 'reserve', post: post.id, right: 'focalPoint' });
  }
  return post.country;
}

function refuseEmpty(text: LangText): void {
  if ((text.texts[text.original] ?? '').trim() === '') {
    throw new Fault('invalid', { place: 'text', got: '', right: '…' });
  }
}

function wordsBase(house: House, actor: Actor, reason?: string) {
  return {
    recordId: 'words',
    register: 'vocabulary',
    post: actor.post.id,
    ...traceOf(actor),
    at: house.clock.now().toISOString(),
    ...(reason === undefined ? {} : { reason }),
  };
}
