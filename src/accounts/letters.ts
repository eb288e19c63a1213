import { Fault } from '../kernel/fault.ts';
import type { Accounts } from '../operations/ports/accounts.ts';
import { emailKey } from './internal/email-address.ts';
import { type House, minute, nowOf } from './internal/house.ts';
import { newSecret, secretHash } from './internal/secret.ts';
import { tidy } from './sessions.ts';
import type { KeptLetter } from './store/letter-table.ts';

/** So many links to sign in may one account ask for within so many minutes: nobody's mailbox is to be filled. */
const mostSignIns = 5;
const withinMinutes = 15;

/** Secrets that go by mail. Kept as hashes: whoever reads the file cannot follow a link. */
export function letters(house: House) {
  const { store } = house;
  return {
    async letter(what, goodForMinutes) {
      const now = nowOf(house);
      const secret = newSecret();
      const kept = { hash: secretHash(secret), what, madeAt: now, expiresAt: now + goodForMinutes * minute };
      await tidy(house);
      if (what.purpose === 'signIn') await addSignIn(house, kept, what.accountId, now);
      else await store.letters.add(kept, 'email' in what ? emailKey(what.email) : undefined);
      return secret;
    },
    async readLetter(secret) {
      return (await store.letters.find(secretHash(secret), nowOf(house))) ?? expired();
    },
    async useLetter(secret) {
      return (await store.letters.use(secretHash(secret), nowOf(house))) ?? expired();
    },
    withdrawLetter: async (secret) => void (await store.letters.use(secretHash(secret), nowOf(house))),
    async invitations(post, email) {
      const kept = await store.letters.invitations(nowOf(house));
      const key = email === undefined ? undefined : emailKey(email);
      return kept
        .filter(({ what }) => what.post === post && (key === undefined || emailKey(what.email) === key))
        .map(({ what: { email, deputy, handOver = false, letter }, expiresAt }) => {
          const until = new Date(expiresAt).toISOString();
          return { email, deputy, handOver, until, ...(letter === undefined ? {} : { letter }) };
        });
    },
    endInvitations: ({ email, post }, but) =>
      store.letters.endInvitations(emailKey(email), post, but === undefined ? '' : secretHash(but)),
    withdrawInvitations: ({ email, post }) =>
      store.letters.withdrawInvitations(emailKey(email), post, nowOf(house)),
  } satisfies Partial<Accounts>;
}

/** @throws Fault `tooManyAttempts`. */
async function addSignIn({ store }: House, kept: KeptLetter, accountId: string, now: number): Promise<void> {
  const since = now - withinMinutes * minute;
  const oldest = await store.letters.addSignIn(kept, accountId, { most: mostSignIns, since });
  if (oldest === undefined) return;
  const seconds = Math.ceil((oldest + withinMinutes * minute - now) / 1000);
  throw new Fault('tooManyAttempts', { seconds });
}

function expired(): never {
  throw new Fault('linkExpired');
}
