import type { Tables } from '../../database/tables.ts';

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

const count = 'SELECT count(*) AS count, max(at) AS last_at FROM failure WHERE kind = ?';

export function failureTable({ run, together }: Tables) {
  return {
    /**
     * Counts the attempt as a failure unless `refusal` finds a reason to refuse it; gives the reason. Counted before
     * the outcome is known, so that a hundred guesses at the same instant are a hundred.
     */
    admit: <Reason>(
      { kind, who, network }: Try,
      since: number,
      now: number,
      refusal: (tallies: Tallies) => Reason | undefined,
    ): Promise<Reason | undefined> =>
      together(async (within) => {
        const reason = refusal({
          pair: tallyOf(
            await within.one(`${count} AND who = ? AND network = ? AND at > ?`, kind, who, network, since),
          ),
          who: tallyOf(await within.one(`${count} AND who = ? AND at > ?`, kind, who, since)),
          network: tallyOf(await within.one(`${count} AND network = ? AND at > ?`, kind, network, since)),
        });
        if (reason === undefined)
          await within.run(
            'INSERT INTO failure (kind, who, network, at) VALUES (?, ?, ?, ?)',
            kind,
            who,
            network,
            now,
          );
        return reason;
      }),
    /** It was right: what this person tried before from this network counts no longer. */
    forget: ({ kind, who, network }: Try) =>
      run('DELETE FROM failure WHERE kind = ? AND who = ? AND network = ?', kind, who, network),
  };
}

function tallyOf(row: { count?: unknown; last_at?: unknown } | undefined): Tally {
  return { count: Number(row?.count), lastAt: Number(row?.last_at) };
}
