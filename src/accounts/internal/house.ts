import type { Clock } from '../../kernel/clock.ts';
import type { Store } from '../store/store.ts';

/** What every part of this room works with. */
export interface House {
  readonly store: Store;
  readonly clock: Clock;
  /** Where people reach the node: authenticators and passkeys are bound to it. */
  readonly publicAddress: URL;
}

export const minute = 60_000;

export function nowOf({ clock }: House): number {
  return clock.now().getTime();
}
