import { randomUUID } from 'node:crypto';
import { Fault } from '../kernel/fault.ts';
import { isInterfaceLanguage } from '../kernel/language-tag.ts';
import type { Interest, Interests, Listener } from '../operations/ports/interests.ts';
import { emailAddress, emailKey } from './internal/email-address.ts';
import { type House, minute, nowOf } from './internal/house.ts';
import { tidy } from './sessions.ts';
import type { KeptInterest } from './store/interest-table.ts';

const waitsForDays = 7;
/** Nobody's mailbox is to be filled by others: so many may wait for the word of one address. */
const mostWaiting = 3;
const mostOfPost = 20;

type Body = Pick<Interest, 'profile' | 'words' | 'filters' | 'named'> & { readonly post?: string };

/** What people want to hear of by mail, whether they have an account or not. */
export function interests(house: House): Interests {
  const { store } = house;
  return {
    async add({ to, language, told, ...wanted }) {
      const { email, key, post } = kept(to);
      await tidy(house);
      const id = randomUUID();
      const body = bodyOf({ ...wanted, named: [], ...(post === undefined ? {} : { post }) });
      const row = { id, email, emailKey: key, language, body, told };
      if (post !== undefined) {
        if (await store.interests.add(row, null, mostOfPost)) return id;
        throw new Fault('tooManyInterests', { limit: mostOfPost });
      }
      const until = nowOf(house) + waitsForDays * 24 * 60 * minute;
      if (await store.interests.add(row, until, mostWaiting)) return id;
      throw new Fault('tooManyAttempts', { seconds: waitsForDays * 24 * 3_600 });
    },
    async confirm(id) {
      if (!(await store.interests.confirm(id))) throw new Fault('linkExpired');
    },
    async end(id) {
      await store.interests.remove(id);
    },
    confirmed: async () => (await store.interests.confirmed()).map(interestOf),
    change: (id, { language, ...wanted }) =>
      store.interests.rewrite(id, (kept) => ({
        ...kept,
        language,
        body: bodyOf({ ...bodyIn(kept), ...wanted }),
      })),
    told: (id, told, named) =>
      store.interests.rewrite(id, (kept) => ({ ...kept, told, body: bodyOf({ ...bodyIn(kept), named }) })),
  };
}

/** A post has no address of its own; its key is that of no mailbox. */
function kept(to: Listener): { readonly email: string; readonly key: string; readonly post?: string } {
  if ('post' in to) return { email: '', key: `post:${to.post}`, post: to.post };
  const email = emailAddress(to.email);
  if (email === undefined)
    throw new Fault('invalid', { place: 'email', got: to.email, right: 'ana@example.org' });
  return { email, key: emailKey(email) };
}

function bodyOf(body: Body): string {
  return JSON.stringify(body);
}

/** Written by `bodyOf` alone, hence the form; the first ones had neither filters nor names. */
function bodyIn({ body }: KeptInterest): Body {
  return { filters: {}, named: [], ...(JSON.parse(body) as Pick<Body, 'profile' | 'words'>) };
}

function interestOf(kept: KeptInterest): Interest {
  const { id, email, language, told } = kept;
  const { post, ...rest } = bodyIn(kept);
  const to = post === undefined ? { email } : { post };
  return {
    ...rest,
    ...{ id, to, told },
    language: isInterfaceLanguage(language) ? language : 'en',
  };
}
