import { follow } from '../../operations/follow.ts';
import * as words from '../../operations/review/reserve.ts';
import { type Asked, placeOf } from '../asked.ts';
import { actorOf } from '../caller.ts';
import type { Body } from '../schemas.ts';

/** What countries have said of labels and words: printed wherever these stand. */
export async function reservations({ office, context }: Asked): Promise<Response> {
  await follow(office);
  return context.json({ reservations: office.board.reservations() });
}

export async function reserveWords(asked: Asked, { post, ...said }: Body<'ReserveWords'>): Promise<Response> {
  await words.reserveWords(asked.office, await actorOf(asked, post), said);
  return reservations(asked);
}

export async function liftWords(asked: Asked, { post }: Body<'Acting'>): Promise<Response> {
  const actor = await actorOf(asked, post);
  await words.liftWords(asked.office, actor, placeOf(asked.context).id);
  return reservations(asked);
}
