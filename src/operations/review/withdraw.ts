import type { Actor } from '../../policy/actor.ts';
import type { House } from '../house.ts';
import type { BoardRecord } from '../ports/board.ts';
import { type Act, eventEntry, takeStep } from './take-step.ts';

/** The record no longer counts; its address stays and says why. @throws as `takeStep`. */
export function withdraw(house: House, actor: Actor, act: Act): Promise<BoardRecord> {
  return takeStep(house, actor, 'withdraw', act, (_, base) => [eventEntry({ ...base, type: 'withdrawn' })]);
}

/** The record is over: kept under its address, found by no search. @throws as `takeStep`. */
export function archive(house: House, actor: Actor, act: Act): Promise<BoardRecord> {
  return takeStep(house, actor, 'archive', act, (_, base) => [eventEntry({ ...base, type: 'archived' })]);
}
