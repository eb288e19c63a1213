import { randomUUID } from 'node:crypto';
import { Fault } from '../kernel/fault.ts';
import { isInterfaceLanguage } from '../kernel/language-tag.ts';
import type { Interest, Interests } from '../operations/ports/interests.ts';
import { emailAddress, emailKey } from './internal/email-address.ts';
import { type House, minute, nowOf } from './internal/house.ts';
import { tidy } from './sessions.ts';
import type { KeptInterest } from './store/interest-table.ts';

const waitsForDays = 7;
/** Nobody's mailbox is to be filled by others: so many may wait for the word of one address. */
const mostWaiting = 3;

/** What people want to hear of by mail, whether they have an account or not. */
export function interests(house: House): Interests {
  const { store } = house;
  return {
    async add({ email: typed, language, profile, words, told }) {
      const email = emailAddress(typed);
      if (email === undefined)
        throw new Fault('invalid', { place: 'email', got: typed, right: 'ana@example.org' });
      await tidy(house);
      const id = randomUUID();
      const body = JSON.stringify({ profile, words });
      const kept = { id, email, emailKey: emailKey(email), language, body, told };
      const until = nowOf(house) + waitsForDays * 24 * 60 * minute;
      if (await store.interests.add(kept, until, mostWaiting)) return id;
      throw new Fault('tooManyAttempts', { seconds: waitsForDays * 24 * 3_600 });
    },
    async confirm(id) {
      if (!(await store.interests.confirm(id))) throw new Fault('linkExpired');
    },
    async end(id) {
      await store.interests.remove(id);
    },
    confirmed: async () => (await store.interests.confirmed()).map(interestOf),
    told: (ids, seq) => store.interests.told(ids, seq),
  };
}

function interestOf({ id, email, language, body, told }: KeptInterest): Interest {
  // Written by `add` alone, hence the form.
  const { profile, words } = JSON.parse(body) as Pick<Interest, 'profile' | 'words'>;
  return { id, email, language: isInterfaceLanguage(language) ? language : 'en', profile, words, told };
}
