import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as breath } from 'node:timers/promises';
import { Fault } from '../kernel/fault.ts';
import type { Delivery, Letter, LetterAccount, Outbox } from '../operations/ports/outbox.ts';
import { accountFrom, bodyOf, type ClaimedLetter, claimedFrom } from './internal/letter-row.ts';
import { messageOf, type Sender, senderFrom } from './internal/message.ts';
import { openDatabase } from './internal/open-database.ts';
import { maxAttempts, nextTryAfter } from './internal/pauses.ts';
import { sqliteFault } from './internal/sqlite-fault.ts';
import { prepareStatements } from './internal/statements.ts';
import type { Outcome, Transport } from './transport.ts';

export interface OutboxOptions {
  /** Path of the SQLite file, made if it is not there; its folder must be. Any number of processes may have it open. */
  readonly file: string;
  readonly transport: Transport;
  /** `Name <address>` or an address: who writes. Its domain stands in every Message-ID. */
  readonly from: string;
}

/**
 * Opens the outbox.
 * @throws Fault `badSetting` for a `from` that is not one mailbox; `schemaTooNew` for a file of a newer program;
 * `logDamaged` for a file that is no outbox of ours or cannot be read; `notAFile`, `logBusy`, `diskFull`, `writeRefused`.
 */
export function openOutbox({ file, transport, from }: OutboxOptions): Outbox {
  return new SqliteOutbox(file, transport, senderFrom(from));
}

/** A server may answer with a page; this many characters of it are kept. */
const longestWords = 1000;

class SqliteOutbox implements Outbox {
  readonly #file: string;
  readonly #transport: Transport;
  readonly #from: Sender;
  readonly #db: DatabaseSync;
  readonly #sql: ReturnType<typeof prepareStatements>;
  #round: Promise<Delivery> | undefined;
  /** What is due until then belongs to the round; a later call moves it on. */
  #horizon = '';
  #closing = false;

  constructor(file: string, transport: Transport, from: Sender) {
    this.#file = file;
    this.#transport = transport;
    this.#from = from;
    this.#db = openDatabase(file);
    this.#sql = prepareStatements(this.#db);
  }

  async enqueue(letters: readonly Letter[], at: string): Promise<number> {
    const queuedAt = instant(at);
    for (const { key, unsubscribe } of letters) {
      if (unsubscribe !== undefined && !URL.canParse(unsubscribe)) {
        throw new Fault('invalid', { got: unsubscribe, place: key, right: 'https://…' });
      }
    }
    return this.#asking(() => {
      this.#sql.begin.run();
      let taken = 0;
      for (const letter of letters) {
        const { key, to, subject } = letter;
        taken += Number(this.#sql.take.run(key, to, subject, bodyOf(letter), queuedAt, queuedAt).changes);
      }
      this.#sql.commit.run();
      return taken;
    });
  }

  deliver(now: string): Promise<Delivery> {
    const until = instant(now);
    if (this.#round === undefined || until > this.#horizon) this.#horizon = until;
    this.#round ??= this.#deliverAll();
    return this.#round;
  }

  async sendAgain(key: string, at: string): Promise<boolean> {
    return this.#asking(() => this.#sql.sendAgain.run(instant(at), key).changes === 1);
  }

  async forget(to: string): Promise<void> {
    this.#asking(() => this.#sql.forget.run(to));
    await this.#transport.forget?.(to);
  }

  async lastQueued(keyStart: string): Promise<string | undefined> {
    // Keys that begin so lie between it and it with the last letter that there is.
    const at = this.#asking(() => this.#sql.lastQueued.get(keyStart, `${keyStart}\u{10ffff}`)?.['at']);
    return typeof at === 'string' ? at : undefined;
  }

  async accounts(limit: number): Promise<readonly LetterAccount[]> {
    return this.#asking(() => this.#sql.accounts.all(limit).map(accountFrom));
  }

  /** A second call does nothing. */
  async close(): Promise<void> {
    this.#closing = true;
    // What went wrong in the round is told to those who asked for it.
    await this.#round?.catch(() => undefined);
    if (this.#db.isOpen) this.#db.close();
  }

  async #deliverAll(): Promise<Delivery> {
    // Whoever calls in the same moment finds this round begun.
    await breath();
    try {
      let sent = 0;
      let failed = 0;
      for (let letter = this.#claim(); letter !== undefined; letter = this.#claim()) {
        const outcome = await this.#tryOnce(letter);
        if (outcome.kind === 'sent') sent += 1;
        else if (outcome.kind !== 'held') failed += 1;
        if (outcome.kind === 'later' && outcome.unreachable) break;
      }
      const waiting = this.#asking(() => Number(this.#sql.countWaiting.get()?.['n']));
      return { sent, failed, waiting };
    } finally {
      this.#round = undefined;
    }
  }

  /** Takes up the next letter that is due. Its next try is written down first, so that nobody else takes it up meanwhile. */
  #claim(): ClaimedLetter | undefined {
    while (!this.#closing) {
      const row = this.#asking(() => this.#sql.nextDue.get(this.#horizon));
      if (row === undefined) return undefined;
      const letter = claimedFrom(row);
      const { seq, attempt } = letter;
      const next = nextTryAfter(attempt, this.#horizon);
      if (this.#asking(() => this.#sql.claim.run(next, seq, attempt).changes === 1)) return letter;
    }
    return undefined;
  }

  async #tryOnce(claimed: ClaimedLetter): Promise<Outcome> {
    const { seq, attempt, letter, queuedAt } = claimed;
    const outcome: Outcome = isOver(letter, this.#horizon)
      ? { kind: 'refused', words: `goodUntil ${letter.goodUntil}` }
      : await this.#transport.send(
          await messageOf(letter, queuedAt, this.#from),
          () => this.#asking(() => this.#sql.leave.run(seq, attempt).changes) === 1,
        );
    this.#asking(() => this.#record(claimed, outcome));
    return outcome;
  }

  #record({ seq, attempt }: ClaimedLetter, outcome: Outcome): void {
    const { sent, later, giveUp, uncertain } = this.#sql;
    const words = 'words' in outcome ? outcome.words.slice(0, longestWords) : '';
    switch (outcome.kind) {
      case 'sent':
        sent.run(this.#horizon, seq);
        return;
      case 'uncertain':
        uncertain.run(words, seq, attempt);
        return;
      case 'refused':
        giveUp.run(words, seq, attempt);
        return;
      case 'later':
        (attempt < maxAttempts ? later : giveUp).run(words, seq, attempt);
        return;
      case 'held':
        return;
    }
  }

  #asking<Answer>(ask: () => Answer): Answer {
    try {
      return ask();
    } catch (error) {
      if (this.#db.isTransaction) this.#sql.rollback.run();
      throw sqliteFault(error, this.#file);
    }
  }
}

/** In one form, so that instants can be compared as text. */
function instant(at: string): string {
  return new Date(at).toISOString();
}

function isOver({ goodUntil }: Letter, now: string): boolean {
  return goodUntil !== undefined && Date.parse(goodUntil) < Date.parse(now);
}
