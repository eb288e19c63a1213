import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as breath } from 'node:timers/promises';
import type { Clock } from '../kernel/clock.ts';
import { Fault } from '../kernel/fault.ts';
import { saltOf } from '../lifecycle/sealed.ts';
import type { LogProofs, SignedHead } from '../operations/ports/log-proofs.ts';
import type { LogEntry, RecordLog } from '../operations/ports.ts';
import { hashesInMemory, hashFiles } from './internal/hash-files.ts';
import { LogTree } from './internal/log-tree.ts';
import { keyRing } from './key-ring.ts';
import { type KeyStore, keysInFolder, writeWhole } from './key-store.ts';
import { leafOf, sealEntry } from './sealed-entry.ts';

export interface ProofsOptions {
  readonly log: RecordLog;
  readonly clock: Clock;
  /** Where the tree stands, which can be made again, and where the keys and the last head, which cannot. In memory where absent. */
  readonly folders?: { readonly tree: string; readonly keys: string };
  /** Where the keys stand when it is not that folder: nodes that share a log share them. */
  readonly keys?: KeyStore;
}

/** Entries taken into the tree before other work gets its turn. */
const entriesPerTurn = 500;

/** The tree over a log, its signed heads and proofs. Nothing is opened or made before it is asked for. */
export function openProofs(options: ProofsOptions): LogProofs {
  return new Proofs(options);
}

class Proofs implements LogProofs {
  readonly #options: ProofsOptions;
  readonly #keys: ReturnType<typeof keyRing>;
  #tree: LogTree | undefined;
  #close = () => {};
  /** The newest head that was signed; no head of fewer entries is given after it. */
  #head: SignedHead | undefined;
  /** Why no head is signed: found once, it stays so until the program is started again. */
  #refused: Fault | undefined;
  /** Calls wait for the one before: they share the tree. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: ProofsOptions) {
    this.#options = options;
    const { folders, clock } = options;
    const keys = options.keys ?? (folders === undefined ? undefined : keysInFolder(folders.keys));
    this.#keys = keyRing({ ...(keys === undefined ? {} : { keys }), clock });
  }

  head(): Promise<SignedHead> {
    return this.#inTurn(async (tree) => {
      const { log } = this.#options;
      const size = await log.head();
      if (size < tree.size) throw new Fault('logRolledBack', { size, right: tree.size });
      await this.#grow(tree, size);
      return this.#signed(tree);
    });
  }

  keys() {
    return this.#keys.statements();
  }

  inclusion(seq: number, size: number) {
    return this.#inTurn(async (tree) => this.#inclusionIn(tree, seq, size));
  }

  consistency(from: number, size: number) {
    return this.#inTurn(async (tree) => {
      await this.#reach(tree, 'size', size, 1);
      within('from', from, 1, size);
      return { from, size, path: tree.consistency(from, size).map(hex) };
    });
  }

  async revision(recordId: string, number: number, fields: readonly string[]) {
    const history = await this.#options.log.history(recordId);
    const entry = history.find(
      (one): one is LogEntry & { readonly kind: 'revision' } =>
        one.kind === 'revision' && one.revision.number === number,
    );
    if (entry === undefined) throw new Fault('notFound', { got: `${recordId} ${number}` });
    const head = await this.head();
    const proof = await this.inclusion(entry.seq, head.size);
    const sealed = sealEntry(entry);
    const { values } = entry.revision;
    const shown = fields.filter((field) => Object.hasOwn(values, field));
    const salts = Object.fromEntries(shown.map((field) => [field, saltOf(entry, field)]));
    return { ...proof, entry: sealed, salts, head };
  }

  async close(): Promise<void> {
    await this.#turn.catch(() => undefined);
    this.#close();
    this.#tree = undefined;
  }

  #inTurn<Answer>(work: (tree: LogTree) => Promise<Answer>): Promise<Answer> {
    const mine = this.#turn
      .catch(() => undefined)
      .then(async () => {
        if (this.#refused !== undefined) throw this.#refused;
        this.#tree ??= await this.#open();
        return work(this.#tree);
      });
    this.#turn = mine;
    return mine;
  }

  async #inclusionIn(tree: LogTree, seq: number, size: number) {
    await this.#reach(tree, 'size', size, 1);
    within('seq', seq, 1, size);
    const path = tree.inclusion(seq - 1, size).map(hex);
    return { seq, size, leaf: hex(tree.node(0, seq - 1)), path };
  }

  async #reach(tree: LogTree, place: string, size: number, least: number): Promise<void> {
    const head = await this.#options.log.head();
    within(place, size, least, Math.max(head, tree.size));
    if (size > tree.size) await this.#grow(tree, head);
  }

  /** The same head again while nothing was written and no key has changed. */
  async #signed(tree: LogTree): Promise<SignedHead> {
    const { clock, folders } = this.#options;
    const at = clock.now().toISOString();
    const signed = await this.#keys.sign({ size: tree.size, root: hex(tree.root(tree.size)), at });
    const before = this.#head;
    if (before?.size === signed.size && before.root === signed.root && before.key === signed.key)
      return before;
    if (folders !== undefined)
      await writeWhole(join(folders.keys, 'last-head.json'), `${JSON.stringify(signed)}\n`, 0o644);
    this.#head = signed;
    return signed;
  }

  /** Believes of the stored tree what the last signed head covers; where it does not fit, makes it again from the log. */
  async #open(): Promise<LogTree> {
    const { folders, log } = this.#options;
    const rows = folders === undefined ? hashesInMemory() : hashFiles(folders.tree);
    this.#close = () => rows.close();
    const last = folders === undefined ? undefined : await lastHead(join(folders.keys, 'last-head.json'));
    if (last === undefined) return new LogTree(rows, 0);
    const size = await log.head();
    if (size < last.size) throw new Fault('logRolledBack', { size, right: last.size });
    const stored = new LogTree(rows, last.size);
    await stored.raiseAll();
    const whole =
      stored.size === last.size && hex(stored.root(last.size)) === last.root && (await this.#endsAs(stored));
    const tree = whole ? stored : new LogTree(rows, 0);
    if (!whole) await this.#grow(tree, last.size);
    if (hex(tree.root(last.size)) !== last.root) {
      this.#refused = new Fault('logRolledBack', { size, right: last.size });
      throw this.#refused;
    }
    this.#head = last;
    return tree;
  }

  /** Whether the last entry that the tree knows is the one in the log: a log that was exchanged for another shows here. */
  async #endsAs(tree: LogTree): Promise<boolean> {
    if (tree.size === 0) return true;
    const [entry] = await this.#options.log.since(tree.size - 1, 1);
    return entry?.seq === tree.size && leafOf(entry).equals(tree.node(0, tree.size - 1));
  }

  async #grow(tree: LogTree, to: number): Promise<void> {
    while (tree.size < to) {
      const entries = await this.#options.log.since(tree.size, Math.min(entriesPerTurn, to - tree.size));
      if (entries.length === 0) throw new Fault('logRolledBack', { size: tree.size, right: to });
      tree.add(entries.map(leafAt(tree.size)));
      await breath();
    }
  }
}

/** A gap in the numbers would move every leaf after it. */
function leafAt(before: number): (entry: LogEntry, place: number) => Buffer {
  return (entry, place) => {
    if (entry.seq !== before + place + 1) throw new Fault('logDamaged', { seq: before + place + 1 });
    return leafOf(entry);
  };
}

function within(place: string, got: number, least: number, most: number): void {
  if (Number.isInteger(got) && got >= least && got <= most) return;
  throw new Fault('badQuery', { place, got, right: `${least}–${most}` });
}

async function lastHead(file: string): Promise<SignedHead | undefined> {
  try {
    // Only this module writes the file.
    return JSON.parse(await readFile(file, 'utf8')) as SignedHead;
  } catch {
    return undefined;
  }
}

function hex(bytes: Buffer): string {
  return bytes.toString('hex');
}
