import type { Tables } from '../../database/tables.ts';

/** A browser that was sent to the government's sign-on and has not come back. */
export interface KeptSignOn {
  readonly stateHash: string;
  /** Hash of the secret that stayed in the browser. */
  readonly browserHash: string;
  readonly nonce: string;
  /** Of PKCE (RFC 7636). */
  readonly verifier: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

export function signOnTable({ run, together }: Tables) {
  return {
    add: ({ stateHash, browserHash, nonce, verifier, expiresAt }: KeptSignOn) =>
      run('INSERT INTO sign_on VALUES (?, ?, ?, ?, ?)', stateHash, browserHash, nonce, verifier, expiresAt),
    /** Undefined when it was not begun in this browser, is used up or expired. */
    use: (stateHash: string, browserHash: string, now: number) =>
      together(async (within) => {
        const mine = 'FROM sign_on WHERE state_hash = ? AND browser_hash = ? AND expires_at > ?';
        const row = await within.one(`SELECT nonce, verifier ${mine}`, stateHash, browserHash, now);
        await within.run(`DELETE ${mine}`, stateHash, browserHash, now);
        return row && { nonce: String(row['nonce']), verifier: String(row['verifier']) };
      }),
  };
}
