import { setImmediate as breath } from 'node:timers/promises';
import { openSqliteTables } from '../database/sqlite-tables.ts';
import type { Tables } from '../database/tables.ts';
import { Fault } from '../kernel/fault.ts';
import type { Delivery, Letter, LetterAccount, Outbox } from '../operations/ports/outbox.ts';
import { accountFrom, bodyOf, type ClaimedLetter, claimedFrom } from './internal/letter-row.ts';
import { messageOf, type Sender, senderFrom } from './internal/message.ts';
import { maxAttempts, nextTryAfter } from './internal/pauses.ts';
import { sql } from './internal/statements.ts';
import { outboxPart } from './outbox-part.ts';
import type { Outcome, Transport } from './transport.ts';

export interface OutboxOptions {
  /** Path of the SQLite file, made if it is not there; its folder must be. Any number of processes may have it open. */
  readonly file: string;
  /** Where letters are shared with other nodes: taken instead of the file, and closed with the outbox. */
  readonly tables?: Tables;
  readonly transport: Transport;
  /** `Name <address>` or an address: who writes. Its domain stands in every Message-ID. */
  readonly from: string;
}

/**
 * Opens the outbox.
 * @throws Fault `badSetting` for a `from` that is not one mailbox; `schemaTooNew` for a file of a newer program;
 * `logDamaged` for a file that is no outbox of ours or cannot be read; `notAFile`, `logBusy`, `diskFull`, `writeRefused`.
 */
export function openOutbox({ file, tables, transport, from }: OutboxOptions): Outbox {
  const sender = senderFrom(from);
  return new KeptOutbox(tables ?? openSqliteTables(file, outboxPart), transport, sender);
}

/** A server may answer with a page; this many characters of it are kept. */
const longestWords = 1000;

class KeptOutbox implements Outbox {
  readonly intoFiles: boolean;
  readonly #tables: Tables;
  readonly #transport: Transport;
  readonly #from: Sender;
  #round: Promise<Delivery> | undefined;
  /** What is due until then belongs to the round; a later call moves it on. */
  #horizon = '';
  #closing = false;

  constructor(tables: Tables, transport: Transport, from: Sender) {
    this.#tables = tables;
    this.#transport = transport;
    this.intoFiles = transport.intoFiles === true;
    this.#from = from;
  }

  async enqueue(letters: readonly Letter[], at: string): Promise<number> {
    const queuedAt = instant(at);
    for (const { key, unsubscribe } of letters) {
      if (unsubscribe !== undefined && !URL.canParse(unsubscribe)) {
        throw new Fault('invalid', { got: unsubscribe, place: key, right: 'https://…' });
      }
    }
    return this.#tables.together(async ({ run }) => {
      let taken = 0;
      for (const letter of letters) {
        const { key, to, subject } = letter;
        taken += await run(sql.take, key, to, subject, bodyOf(letter), queuedAt, queuedAt);
      }
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
    return (await this.#tables.run(sql.sendAgain, instant(at), key)) === 1;
  }

  async withdraw(key: string, at: string): Promise<void> {
    await this.#tables.run(sql.withdraw, key, instant(at));
    if (await this.#transport.takeBack?.(key)) await this.#tables.run(sql.takenBack, key);
  }

  async forget(to: string): Promise<void> {
    await this.#tables.run(sql.forget, to);
    await this.#transport.forget?.(to);
  }

  async lastQueued(keyStart: string): Promise<string | undefined> {
    // Keys that begin so lie between it and it with the last letter that there is.
    const row = await this.#tables.one(sql.lastQueued, keyStart, `${keyStart}\u{10ffff}`);
    const at = row?.['at'];
    return typeof at === 'string' ? at : undefined;
  }

  async accounts(limit: number): Promise<readonly LetterAccount[]> {
    return (await this.#tables.all(sql.accounts, limit)).map(accountFrom);
  }

  /** A second call does nothing. */
  async close(): Promise<void> {
    this.#closing = true;
    // What went wrong in the round is told to those who asked for it.
    await this.#round?.catch(() => undefined);
    await this.#tables.close();
  }

  async #deliverAll(): Promise<Delivery> {
    // Whoever calls in the same moment finds this round begun.
    await breath();
    try {
      let sent = 0;
      let failed = 0;
      for (let letter = await this.#claim(); letter !== undefined; letter = await this.#claim()) {
        const outcome = await this.#tryOnce(letter);
        if (outcome.kind === 'sent') sent += 1;
        else if (outcome.kind !== 'held') failed += 1;
        if (outcome.kind === 'later' && outcome.unreachable) break;
      }
      const waiting = Number((await this.#tables.one(sql.countWaiting))?.['n']);
      return { sent, failed, waiting };
    } finally {
      this.#round = undefined;
    }
  }

  /** Takes up the next letter that is due. Its next try is written down first, so that nobody else takes it up meanwhile. */
  async #claim(): Promise<ClaimedLetter | undefined> {
    while (!this.#closing) {
      const row = await this.#tables.one(sql.nextDue, this.#horizon);
      if (row === undefined) return undefined;
      const letter = claimedFrom(row);
      const { seq, attempt } = letter;
      const next = nextTryAfter(attempt, this.#horizon);
      if ((await this.#tables.run(sql.claim, next, seq, attempt)) === 1) return letter;
    }
    return undefined;
  }

  async #tryOnce(claimed: ClaimedLetter): Promise<Outcome> {
    const { seq, attempt, letter, queuedAt } = claimed;
    const outcome: Outcome = isOver(letter, this.#horizon)
      ? { kind: 'refused', words: `goodUntil ${letter.goodUntil}` }
      : await this.#transport.send(
          await messageOf(letter, queuedAt, this.#from),
          async () => (await this.#tables.run(sql.leave, seq, attempt)) === 1,
        );
    await this.#record(claimed, outcome);
    return outcome;
  }

  async #record({ seq, attempt, letter }: ClaimedLetter, outcome: Outcome): Promise<void> {
    const { run } = this.#tables;
    const words = 'words' in outcome ? outcome.words.slice(0, longestWords) : '';
    switch (outcome.kind) {
      case 'sent':
        if ((await run(sql.sent, this.#horizon, seq)) === 0) await this.#transport.takeBack?.(letter.key);
        return;
      case 'uncertain':
        await run(sql.uncertain, words, seq, attempt);
        return;
      case 'refused':
      case 'later': {
        const again = outcome.kind === 'later' && attempt < maxAttempts;
        const told = await run(again ? sql.later : sql.giveUp, words, seq, attempt);
        if (told === 0) await run(sql.keptBack, words, seq, attempt);
        return;
      }
      case 'held':
        return;
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
