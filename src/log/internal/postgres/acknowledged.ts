import { readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import type { Fence } from '../../../database/postgres.ts';
import { Fault } from '../../../kernel/fault.ts';
import { sql } from './statements.ts';

/** The end of the log as this node has seen it committed. */
export interface Head {
  readonly seq: number;
  readonly digest: string;
}

interface Remembered {
  readonly head?: Head;
  /** Of the server: which group of servers it is, and how often a standby of the group was promoted. */
  readonly system: string;
  readonly timeline: number;
}

const saveEveryMs = 1_000;

/**
 * What this node has seen acknowledged, also before its last start: a server that does not have it is an old primary that
 * came back, or a copy from before, and must not be written to. The file is a help to memory: without it the node
 * believes what it finds.
 */
export class Acknowledged {
  readonly #file: string | undefined;
  readonly #place: string;
  #known: Remembered;
  #timer: NodeJS.Timeout | undefined;

  constructor(place: string, file: string | undefined) {
    this.#place = place;
    this.#file = file;
    this.#known = file === undefined ? nothing : readFrom(file);
  }

  note(head: Head): void {
    if (head.seq <= (this.#known.head?.seq ?? 0)) return;
    this.#known = { ...this.#known, head };
    this.#saveSoon();
  }

  /** @throws Fault `oldPrimary` {place, right, got}. */
  readonly fence: Fence = async ({ ask }, { system, timeline }) => {
    const { head, system: before, timeline: newest } = this.#known;
    if (system !== '' && system === before && timeline < newest)
      throw new Fault('oldPrimary', {
        place: this.#place,
        right: `timeline ${newest}`,
        got: `timeline ${timeline}`,
      });
    if (head !== undefined) {
      const isThere =
        (await ask("SELECT to_regclass('entry') IS NOT NULL AS there")).rows[0]?.['there'] === true;
      const rows = isThere ? (await ask(sql.digestAt, [head.seq])).rows : [];
      if (rows[0]?.['digest'] !== head.digest) {
        const end = isThere ? Number((await ask(sql.head)).rows[0]?.['seq']) : 0;
        throw new Fault('oldPrimary', {
          place: this.#place,
          right: `${head.seq} ${head.digest.slice(0, 12)}`,
          got: end,
        });
      }
    }
    if (system !== before || timeline > newest) {
      this.#known = { ...this.#known, system, timeline };
      this.#saveSoon();
    }
  };

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#save().catch(() => undefined);
  }

  #saveSoon(): void {
    if (this.#file === undefined || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      // Not being able to write a note is no reason to stop.
      this.#save().catch(() => undefined);
    }, saveEveryMs).unref();
  }

  async #save(): Promise<void> {
    if (this.#file === undefined || this.#known === nothing) return;
    await writeFile(`${this.#file}.part`, JSON.stringify(this.#known));
    await rename(`${this.#file}.part`, this.#file);
  }
}

const nothing: Remembered = { system: '', timeline: 0 };

function readFrom(file: string): Remembered {
  try {
    // Written by `#save` alone; what cannot be read is no memory.
    return JSON.parse(readFileSync(file, 'utf8')) as Remembered;
  } catch {
    return nothing;
  }
}
