import { accountTable } from './account-table.ts';
import { connect } from './connection.ts';
import { factorTable } from './factor-table.ts';
import { failureTable } from './failure-table.ts';
import { keyTable } from './key-table.ts';
import { letterTable } from './letter-table.ts';
import { passkeyTable } from './passkey-table.ts';
import { requestTable } from './request-table.ts';
import { sessionTable } from './session-table.ts';
import { signOnTable } from './sign-on-table.ts';
import { ticketTable } from './ticket-table.ts';

/** What the accounts need of a database. Every call is one transaction; another database would offer the same calls. */
export type Store = ReturnType<typeof openStore>;

/** Instants (milliseconds) before which something no longer holds. */
export interface Expiry {
  readonly now: number;
  readonly sessionsBegunBefore: number;
  readonly sessionsSeenBefore: number;
  readonly failuresBefore: number;
}

/** @throws Fault `notAFile`, `schemaTooNew`, `logBusy`, `diskFull` {file}. */
export function openStore(file: string) {
  const connection = connect(file);
  const { db, together } = connection;
  const sessions = db.prepare('DELETE FROM session WHERE began_at <= ? OR seen_at <= ?');
  const failures = db.prepare('DELETE FROM failure WHERE at <= ?');
  const expiring = ['ticket', 'letter', 'sign_on', 'api_key', 'request'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE expires_at <= ?`),
  );
  return {
    accounts: accountTable(connection),
    sessions: sessionTable(connection),
    tickets: ticketTable(connection),
    letters: letterTable(connection),
    failures: failureTable(connection),
    factors: factorTable(connection),
    passkeys: passkeyTable(connection),
    keys: keyTable(connection),
    requests: requestTable(connection),
    signOns: signOnTable(connection),
    /** Removes what holds no longer: nobody's data stay longer than they are of use. */
    tidy: ({ now, sessionsBegunBefore, sessionsSeenBefore, failuresBefore }: Expiry) =>
      together(() => {
        sessions.run(sessionsBegunBefore, sessionsSeenBefore);
        failures.run(failuresBefore);
        for (const table of expiring) table.run(now);
      }),
    /** A second call does nothing. */
    close: async () => {
      if (db.isOpen) db.close();
    },
  };
}
