import { randomUUID } from 'node:crypto';
import type { KeptAnswer, Requests } from '../operations/ports/requests.ts';
import { type House, minute, nowOf } from './internal/house.ts';

const keptForHours = 48;

/** So long a request of another node may be under way; after that it broke off with its node. */
const leaseMinutes = 1;

/** Named requests of programs. */
export function requests(house: House): Requests {
  const { store } = house;
  // What another run of this node began and did not finish broke off with it; another node may still be at it.
  const run = randomUUID();
  const underWay = new Set<string>();
  return {
    async begin({ name, digest, head, account }) {
      const now = nowOf(house);
      const expiresAt = now + keptForHours * 60 * minute;
      const lease = store.shared ? leaseMinutes * minute : 0;
      const kept = await store.requests.begin(
        { name, digest, head, account, run },
        now,
        expiresAt,
        (found) => !found.done && found.run !== run && expiresAt - found.expiresAt >= lease,
      );
      if (kept === undefined) {
        underWay.add(name);
        return { is: 'new' };
      }
      if (kept.digest !== digest) return { is: 'other' };
      if (kept.done) {
        // Written by `finish` alone, hence the form.
        return kept.answer === undefined
          ? { is: 'done' }
          : { is: 'done', answer: JSON.parse(kept.answer) as KeptAnswer };
      }
      if (underWay.has(name) || kept.run !== run) return { is: 'underWay' };
      underWay.add(name);
      return { is: 'broken', since: kept.head };
    },
    async finish(name, answer) {
      // Where it cannot be noted, whoever asks again finds in the log that it was done.
      underWay.delete(name);
      await store.requests.finish(name, answer === undefined ? undefined : JSON.stringify(answer));
    },
    async leave(name) {
      underWay.delete(name);
    },
    async forget(name) {
      underWay.delete(name);
      await store.requests.remove(name);
    },
  };
}
