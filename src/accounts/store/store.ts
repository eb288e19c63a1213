import type { Tables } from '../../database/tables.ts';
import { accountTable } from './account-table.ts';
import { factorTable } from './factor-table.ts';
import { failureTable } from './failure-table.ts';
import { interestTable } from './interest-table.ts';
import { keyTable } from './key-table.ts';
import { letterTable } from './letter-table.ts';
import { passkeyTable } from './passkey-table.ts';
import { requestTable } from './request-table.ts';
import { sessionTable } from './session-table.ts';
import { signOnTable } from './sign-on-table.ts';
import { ticketTable } from './ticket-table.ts';

/** What the accounts need of a database. Every call is one transaction. */
export type Store = ReturnType<typeof storeOf>;

/** Instants (milliseconds) before which something no longer holds. */
export interface Expiry {
  readonly now: number;
  readonly sessionsBegunBefore: number;
  readonly sessionsSeenBefore: number;
  readonly failuresBefore: number;
}

const expiring = ['ticket', 'letter', 'sign_on', 'api_key', 'request', 'interest'] as const;

export function storeOf(tables: Tables) {
  return {
    /** Whether other nodes have the same accounts. */
    shared: tables.shared,
    accounts: accountTable(tables),
    sessions: sessionTable(tables),
    tickets: ticketTable(tables),
    letters: letterTable(tables),
    failures: failureTable(tables),
    factors: factorTable(tables),
    passkeys: passkeyTable(tables),
    keys: keyTable(tables),
    requests: requestTable(tables),
    interests: interestTable(tables),
    signOns: signOnTable(tables),
    /** Removes what holds no longer: nobody's data stay longer than they are of use. */
    tidy: ({ now, sessionsBegunBefore, sessionsSeenBefore, failuresBefore }: Expiry) =>
      tables.together(async ({ run }) => {
        await run(
          'DELETE FROM session WHERE began_at <= ? OR seen_at <= ?',
          sessionsBegunBefore,
          sessionsSeenBefore,
        );
        await run('DELETE FROM failure WHERE at <= ?', failuresBefore);
        for (const table of expiring) await run(`DELETE FROM ${table} WHERE expires_at <= ?`, now);
      }),
    /** A second call does nothing. */
    close: () => tables.close(),
  };
}
