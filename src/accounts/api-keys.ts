import { randomBytes } from 'node:crypto';
import { Fault } from '../kernel/fault.ts';
import type { ApiKey, ApiKeys } from '../operations/ports/api-keys.ts';
import { type House, minute, nowOf } from './internal/house.ts';
import { newSecret, secretHash } from './internal/secret.ts';

/** Begins every secret, so that whoever finds one in a file sees what it is. */
const keyStart = 'southbridge_';
/** Begins the secret in the address of a calendar. */
const calendarStart = 'cal_';

const mostOfPost = 20;
const goodForDays = 365;
/** Letters and digits of any script, blanks, `.`, `_` and `-`: an e-mail address is no name. */
const nameForm = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} ._-]{0,59}$/u;

/** Keys with which programs act. */
export function apiKeys(house: House): ApiKeys {
  const { store } = house;
  return {
    async make(wanted) {
      const name = wanted.name.trim();
      if (!nameForm.test(name)) throw invalid('name', name, 'A–Z 0–9 . _ -');
      const now = nowOf(house);
      const secret = `${wanted.calendar === true ? calendarStart : keyStart}${newSecret()}`;
      const key: ApiKey = {
        ...wanted,
        name,
        id: randomBytes(6).toString('hex'),
        madeAt: new Date(now).toISOString(),
        endsAt: new Date(now + goodForDays * 24 * 60 * minute).toISOString(),
      };
      const added = await store.keys.add({ key, secretHash: secretHash(secret) }, mostOfPost);
      if (added === 'named') throw invalid('name', name, '≠');
      if (added === 'full') throw invalid('keys', String(mostOfPost + 1), `≤ ${mostOfPost}`);
      return { key, secret };
    },
    find: (secret) => found(house, keyStart, secret),
    findCalendar: (secret) => found(house, calendarStart, secret),
    list: (post) => store.keys.list(post, nowOf(house)),
    revoke: (id) => store.keys.remove(id),
  };
}

async function found(house: House, start: string, secret: string): Promise<ApiKey | undefined> {
  if (!secret.startsWith(start)) return undefined;
  const { store } = house;
  const now = nowOf(house);
  const key = await store.keys.find(secretHash(secret), now);
  const day = new Date(now).toISOString().slice(0, 10);
  if (key !== undefined && key.usedOn !== day) await store.keys.use(key.id, day);
  return key;
}

function invalid(place: string, got: string, right: string): Fault {
  return new Fault('invalid', { place, got: got.slice(0, 100), right });
}
