import { randomUUID } from 'node:crypto';
import { Fault } from '../kernel/fault.ts';
import { refuseTogether } from '../kernel/several-faults.ts';
import type { Account, Accounts } from '../operations/ports/accounts.ts';
import { emailAddress, emailKey } from './internal/email-address.ts';
import type { House } from './internal/house.ts';
import { passwordHash } from './internal/password-hash.ts';
import { refuseWeak } from './internal/password-rules.ts';
import { nameHash } from './internal/slowing.ts';

const longestName = 200;

/** Who has an account. */
export function people({ store }: House) {
  return {
    isEmpty: () => store.accounts.isEmpty(),
    async create({ email, name, language, password }) {
      refuseTogether([
        () => checkedAddress(email),
        () => checkedName(name),
        () => password !== undefined && refuseWeak(password, { email, name }),
      ]);
      const address = checkedAddress(email);
      const account: Account = {
        id: randomUUID(),
        email: address,
        name: checkedName(name),
        language,
        nameShown: false,
        secondFactor: false,
        digest: true,
      };
      const hash = password === undefined ? undefined : await passwordHash(password);
      const added = await store.accounts.add({ account, passwordHash: hash }, emailKey(address));
      if (!added) throw new Fault('accountExists', { got: address });
      return account;
    },
    find: async (id) => (await store.accounts.find(id))?.account,
    findByEmail: async (email) => (await store.accounts.findByEmail(emailKey(email)))?.account,
    async named(ids) {
      return new Map((await store.accounts.findAll(ids)).map((account) => [account.id, account]));
    },
    async change(id, { name, language, nameShown, digest }) {
      const found = await store.accounts.find(id);
      if (found === undefined) throw new Fault('notFound', { id });
      const { account } = found;
      const changed = {
        ...account,
        name: name === undefined ? account.name : checkedName(name),
        language: language ?? account.language,
        nameShown: nameShown ?? account.nameShown,
        digest: digest ?? account.digest,
      };
      await store.accounts.change(changed);
      return changed;
    },
    async erase(id) {
      const account = (await store.accounts.find(id))?.account;
      const keys = account === undefined ? [] : [emailKey(account.email)];
      await store.accounts.erase(id, keys, [id, ...keys].map(nameHash));
    },
  } satisfies Partial<Accounts>;
}

function checkedAddress(text: string): string {
  const address = emailAddress(text);
  if (address === undefined) throw invalid('email', text, 'name@example.org');
  return address;
}

/** One line: a name stands in the heads of mails. */
function checkedName(text: string): string {
  const name = text.trim().normalize('NFC');
  if (name === '' || name.length > longestName || /\p{Cc}/u.test(name)) {
    throw invalid('name', text, `1–${longestName}`);
  }
  return name;
}

function invalid(place: string, got: string, right: string): Fault {
  return new Fault('invalid', { place, got, right });
}
