import type { Register } from './register.ts';

const wishes: ReadonlySet<string> = new Set(['request:need', 'request:match', 'request:call']);

/**
 * Whether records of a register ask for, propose or announce something between countries: nothing has been shared yet.
 * Whoever they name, there is no flow, and nobody has given or received.
 */
export function isWish({ means }: Pick<Register, 'means'>): boolean {
  return means.some((one) => wishes.has(one));
}
