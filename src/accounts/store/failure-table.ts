import type { Connection } from './connection.ts';

/** An attempt that counts: who tried to be whom, from where. Names and addresses as hashes alone. */
export interface Try {
  readonly kind: string;
  readonly who: string;
  readonly network: string;
}

/** How often something was tried lately, and when last (milliseconds). */
export interface Tally {
  readonly count: number;
  readonly lastAt: number;
}

export interface Tallies {
  /** By this person from this network. */
  readonly pair: Tally;
  /** For this person from anywhere. */
  readonly who: Tally;
  /** From this network for anybody. */
  readonly network: Tally;
}

export function failureTable({ db, ask, together }: Connection) {
  const count = 'SELECT count(*) AS count, max(at) AS last_at FROM failure WHERE kind = ?';
  const pair = db.prepare(`${count} AND who = ? AND network = ? AND at > ?`);
  const who = db.prepare(`${count} AND who = ? AND at > ?`);
  const network = db.prepare(`${count} AND network = ? AND at > ?`);
  const add = db.prepare('INSERT INTO failure (kind, who, network, at) VALUES (?, ?, ?, ?)');
  const forget = db.prepare('DELETE FROM failure WHERE kind = ? AND who = ? AND network = ?');

  return {
    /**
     * Counts the attempt as a failure unless `refusal` finds a reason to refuse it; gives the reason. Counted before
     * the outcome is known, so that a hundred guesses at the same instant are a hundred.
     */
    admit: <Reason>(
      what: Try,
      since: number,
      now: number,
      refusal: (tallies: Tallies) => Reason | undefined,
    ): Promise<Reason | undefined> =>
      together(() => {
        const reason = refusal({
          pair: tallyOf(pair.get(what.kind, what.who, what.network, since)),
          who: tallyOf(who.get(what.kind, what.who, since)),
          network: tallyOf(network.get(what.kind, what.network, since)),
        });
        if (reason === undefined) add.run(what.kind, what.who, what.network, now);
        return reason;
      }),
    /** It was right: what this person tried before from this network counts no longer. */
    forget: ({ kind, who, network }: Try) => ask(() => forget.run(kind, who, network)),
  };
}

function tallyOf(row: { count?: unknown; last_at?: unknown } | undefined): Tally {
  return { count: Number(row?.count), lastAt: Number(row?.last_at) };
}
