import { hash } from 'node:crypto';
import { Fault } from '../../kernel/fault.ts';
import type { Tallies, Tally, Try } from '../store/failure-table.ts';
import { type House, minute, nowOf } from './house.ts';
import { networkOf } from './network.ts';

/** After `free` failures the next attempt has to wait: 5 seconds, then twice as long each time, `longest` at most. */
interface Budget {
  readonly free: number;
  readonly longestSeconds: number;
}

interface Limits {
  /** Failures older than this count no longer. */
  readonly windowMinutes: number;
  readonly pair?: Budget;
  readonly who?: Budget;
  readonly network?: Budget;
}

/**
 * What is slowed, and how much. Nobody is locked out: every delay ends by itself, and a link by mail and recovery codes
 * are not slowed by guessed passwords.
 * - `password`: a person from one network address soon; the person from anywhere, and a network for anybody, late and
 *   little, since a whole ministry may share one address.
 * - `code`: whoever guesses codes knows the password already. Six digits are few, so failures count for a day.
 * - `letter`: guessing is hopeless; this keeps the house from being busy with it.
 */
const limits = {
  password: {
    windowMinutes: 15,
    pair: { free: 10, longestSeconds: 900 },
    who: { free: 100, longestSeconds: 30 },
    network: { free: 300, longestSeconds: 30 },
  },
  code: { windowMinutes: 24 * 60, who: { free: 10, longestSeconds: 900 } },
  letter: { windowMinutes: 15, network: { free: 300, longestSeconds: 30 } },
} as const satisfies Record<string, Limits>;

export const longestWindowMinutes = Math.max(...Object.values(limits).map((limit) => limit.windowMinutes));

export type Kind = keyof typeof limits;

/** An attempt under way; it counts as failed until it is `forgiven`. */
export interface Admitted {
  forgive(): Promise<void>;
}

/**
 * Lets an attempt in, or says how long to wait. A refused attempt does not count, so that a delay ends at the time told.
 * @throws Fault `tooManyAttempts` {seconds}.
 */
export async function admit(house: House, kind: Kind, who: string, network: string): Promise<Admitted> {
  const limit: Limits = limits[kind];
  const now = nowOf(house);
  const what: Try = { kind, who: nameHash(who), network: nameHash(networkOf(network)) };
  const since = now - limit.windowMinutes * minute;
  const seconds = await house.store.failures.admit(what, since, now, (tallies) => {
    const wait = Math.max(...waits(tallies, limit, now));
    return wait > 0 ? wait : undefined;
  });
  if (seconds !== undefined) throw new Fault('tooManyAttempts', { seconds });
  return { forgive: async () => void (await house.store.failures.forget(what)) };
}

/** Under which a person or a network is counted. */
export function nameHash(name: string): string {
  return hash('sha256', name, 'base64url');
}

function waits(tallies: Tallies, limit: Limits, now: number): readonly number[] {
  return (['pair', 'who', 'network'] as const).map((by) => waitFor(tallies[by], limit[by], now));
}

/** Seconds still to wait, 0 for none. */
function waitFor({ count, lastAt }: Tally, budget: Budget | undefined, now: number): number {
  if (budget === undefined || count < budget.free) return 0;
  const delay = Math.min(5 * 2 ** (count - budget.free), budget.longestSeconds);
  return Math.max(0, Math.ceil(lastAt / 1000 + delay - now / 1000));
}
