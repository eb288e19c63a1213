import { Fault } from '../kernel/fault.ts';
import type { Actor } from './actor.ts';

/** Closing a report is for secretariats, with a second factor where the node asks for one. @throws Fault `notAllowed`, `secondFactorNeeded`. */
export function refuseUnlessCloses({ post, strong }: Actor): void {
  if (post.kind !== 'secretariat') {
    throw new Fault('notAllowed', { step: 'closeReport', post: post.id, right: 'secretariat' });
  }
  if (!strong) throw new Fault('secondFactorNeeded', { step: 'closeReport', post: post.id });
}
