import { openSqliteTables } from '../database/sqlite-tables.ts';
import type { Tables } from '../database/tables.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Accounts } from '../operations/ports/accounts.ts';
import { apiKeys } from './api-keys.ts';
import { authenticator } from './authenticator.ts';
import { interests } from './interests.ts';
import { letters } from './letters.ts';
import { passkeys } from './passkeys.ts';
import { people } from './people.ts';
import { requests } from './requests.ts';
import { sessions, tidy } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { type SignOnSettings, signOn } from './sign-on.ts';
import { accountsPart } from './store/migrations.ts';
import { storeOf } from './store/store.ts';

export interface AccountsOptions {
  /** Path of the file, made if it is not there; its folder must be. `:memory:` for accounts that are gone when closed. */
  readonly file: string;
  /** Where accounts are shared with other nodes: taken instead of the file, and closed with the accounts. */
  readonly tables?: Tables;
  readonly clock: Clock;
  /** Address under which people reach the node: authenticators and passkeys are bound to it, the sign-on comes back to it. */
  readonly publicAddress: string;
  /** The government's own sign-on, if it has one. */
  readonly signOn?: SignOnSettings;
}

/**
 * The accounts, in one SQLite file or in tables that nodes share. Several processes may have them open.
 * @throws Fault `notAFile` {file} for a file that is not ours or cannot be opened, `schemaTooNew`, `logBusy`, `diskFull`.
 */
export async function openAccounts(options: AccountsOptions): Promise<Accounts> {
  const publicAddress = new URL(options.publicAddress);
  const store = storeOf(options.tables ?? openSqliteTables(options.file, accountsPart));
  const house = { store, clock: options.clock, publicAddress };
  await tidy(house);
  return {
    ...people(house),
    ...sessions(house),
    ...letters(house),
    ...signIn(house),
    ...authenticator(house),
    passkeys: passkeys(house),
    keys: apiKeys(house),
    requests: requests(house),
    interests: interests(house),
    ...(options.signOn === undefined ? {} : { signOn: signOn(house, options.signOn) }),
    close: () => store.close(),
  };
}
