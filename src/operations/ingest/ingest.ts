import { digestOfFile } from '../../exchange/files/digest-of-file.ts';
import type { InputFile, ReadItem } from '../../exchange/incoming.ts';
import { readFile } from '../../exchange/read-file.ts';
import { Fault } from '../../kernel/fault.ts';
import { textIn } from '../../kernel/lang-text.ts';
import { intakePost, type Origin } from '../../lifecycle/revision.ts';
import { registerNames } from '../../registers/all-registers.ts';
import { shippedTables } from '../../vocabulary/iati-tables.ts';
import { ImportedTies } from '../follow-up/imported-ties.ts';
import type { House } from '../house.ts';
import type { Intake, NewEntry, RefusedRow } from '../ports.ts';
import { askedKeysOf, type CheckedRow, checkRow } from './checked-row.ts';
import { besideWord, countryWords } from './country-words.ts';
import { Known } from './known.ts';
import { SpokenOf } from './spoken-of.ts';
import { type IntakeContext, takeRow } from './take-row.ts';
import { noOutcomes, type Outcome, type OutcomeCounts, type Verdict } from './verdict.ts';

export interface IngestOptions {
  readonly door: Origin['door'];
  /** Take the file at its word even if this very file was taken in before. */
  readonly again?: boolean;
  readonly onVerdict?: (verdict: Verdict) => void;
  /** Bytes read of bytes in all, and rows so far. */
  readonly onProgress?: (done: number, all: number, rows: number) => void;
}

export interface Ingested {
  readonly file: string;
  readonly counts: OutcomeCounts;
  readonly rows: number;
  /** Number of the entry that closes the account in the log; absent where nothing was written. */
  readonly intake?: number;
}

/** Rows written together: one transaction, one wait for the disk. */
const batchRows = 250;
/** Characters of rows written together at most, but for the last of them: what is held in memory does not depend on the file. */
const batchCharacters = 4_000_000;
/** Refused rows kept in one entry of the log. */
const accountRows = 200;
/** How far back the accounts of a file are looked through for one that is closed. */
const accountsOfOneFile = 100;

/**
 * Takes in a file, row by row: every row gets one verdict, a bad row never stops the file, and what was refused is kept
 * in the log as it came. When a batch's verdicts are told, the batch is on disk. A file that breaks off half-way leaves
 * what came before; taken in again whole, it goes on from there.
 * @throws Fault for a file that cannot be read at all, or not further (`truncated`, `notWellFormed`, `badEncoding`, …).
 */
export async function ingest(house: House, file: InputFile, options: IngestOptions): Promise<Ingested> {
  const sha256 = await digestOfFile(file);
  const earlier = options.again === true ? [] : await house.log.intakes(accountsOfOneFile, sha256);
  const context: IntakeContext = {
    door: options.door,
    file: file.name,
    at: house.clock.now().toISOString(),
    seenBefore: earlier.some((intake) => intake.complete),
    spoken: new SpokenOf(),
  };
  const run = new IntakeRun(house, context, sha256, options);
  let taken = 0;
  const items = readFile(file, {
    limits: house.limits,
    mappings: house.mappings,
    labels: house.labels,
    keep: true,
    standard: { tables: house.codeTables?.() ?? shippedTables, now: house.clock.now().toISOString() },
    onBytes: (bytes) => {
      taken = bytes;
    },
  });
  try {
    for await (const item of items) {
      await run.take(item);
      options.onProgress?.(taken, file.size, run.rows);
    }
  } catch (error) {
    await run.breakOff();
    throw error;
  }
  return run.close();
}

class IntakeRun {
  readonly #house: House;
  readonly #context: IntakeContext;
  readonly #sha256: string;
  readonly #options: IngestOptions;
  readonly #ties: ImportedTies;
  #batch: ReadItem[] = [];
  /** Characters of the rows in hand. */
  #length = 0;
  #counts: Record<Outcome, number> = { ...noOutcomes };
  #refused: RefusedRow[] = [];
  rows = 0;

  constructor(house: House, context: IntakeContext, sha256: string, options: IngestOptions) {
    this.#house = house;
    this.#context = context;
    this.#sha256 = sha256;
    this.#options = options;
    this.#ties = new ImportedTies(house);
  }

  async take(item: ReadItem): Promise<void> {
    this.rows += 1;
    this.#batch.push(item);
    if ('length' in item) this.#length += item.length ?? 0;
    if (this.#batch.length >= batchRows || this.#length >= batchCharacters) await this.flush();
  }

  /** Writes the rows in hand; a writer who came in between makes it look again, three times at most. */
  async flush(): Promise<void> {
    const items = this.#batch;
    this.#batch = [];
    this.#length = 0;
    if (items.length === 0) return;
    const checked = items.map((item) => ('unreadable' in item ? undefined : checkRow(item)));
    for (let attempt = 1; ; attempt += 1) {
      const { entries, verdicts } = await this.#decide(items, checked);
      try {
        if (entries.length > 0) await this.#house.log.append(entries);
        this.#context.spoken.settle();
        this.#tell(items, verdicts);
        break;
      } catch (error) {
        if (!(error instanceof Fault) || error.code !== 'revisionMoved' || attempt === 3) throw error;
        this.#context.spoken.takeBack();
      }
    }
    if (this.#refused.length >= accountRows) await this.#writeAccount(false);
  }

  async #decide(items: readonly ReadItem[], checked: readonly (CheckedRow | undefined)[]) {
    const known = new Known(this.#house.log);
    const rows = checked.filter((row) => row !== undefined);
    await known.load(rows.flatMap(askedKeysOf), [
      ...rows.map(({ newId }) => newId),
      ...rows.flatMap(
        ({ register, checked: { values } }) => this.#ties.instrumentOf({ register, values }) ?? [],
      ),
    ]);
    if (rows.some(({ row }) => row.kept !== undefined)) await known.loadKept();
    for (const { own } of rows) known.nameBy(own);
    // Each batch by its own instant: who reads what is new since an instant must not miss what a long intake writes later.
    const context = { ...this.#context, at: this.#house.clock.now().toISOString() };
    const entries: NewEntry[] = [];
    const tied: (CheckedRow | undefined)[] = [];
    // One after the other: a row may speak of what the row before it brings.
    const taken = checked.map((row, at) => {
      if (row === undefined) return undefined;
      const stands = this.#tied(row, known);
      tied[at] = stands;
      return takeRow(stands, known, context);
    });
    const changed = taken.flatMap((one) => (one?.outcome === 'updated' ? (one.recordId ?? []) : []));
    const words = await countryWords(this.#house.log, changed);
    const verdicts = items.map((item, i): Verdict => {
      const [row, plain] = [tied[i], taken[i]];
      const base = { file: this.#context.file, place: item.place };
      if ('unreadable' in item) return { ...base, outcome: 'refused', findings: item.findings };
      if (row === undefined || plain === undefined) {
        const unknown = {
          severity: 'error',
          path: '',
          code: 'unknownRegister',
          params: { got: item.register, right: registerNames },
        } as const;
        return { ...base, outcome: 'refused', findings: [...item.findings, unknown] };
      }
      const word = plain.outcome === 'updated' ? words.get(plain.recordId ?? '') : undefined;
      const became = word === undefined ? plain : besideWord(row, plain, word);
      entries.push(...became.entries);
      const title = titleOf(row);
      return {
        ...base,
        outcome: became.outcome,
        register: row.register.name,
        ...(became.recordId === undefined ? {} : { recordId: became.recordId }),
        ...(title === undefined ? {} : { title }),
        findings: [...item.findings, ...row.checked.findings, ...became.findings],
      };
    });
    return { entries, verdicts };
  }

  /** The row as it may stand beside the measures and instruments that are there. */
  #tied(row: CheckedRow, known: Known): CheckedRow {
    const { register, checked, newId } = row;
    const { values } = checked;
    const instrument = this.#ties.instrumentOf({ register, values });
    const id = row.own.map((key) => known.idOf(key)).find((one) => one !== undefined) ?? newId;
    const { findings, without } = this.#ties.look(
      { id, register, values },
      instrument === undefined ? undefined : known.latest(instrument),
    );
    if (findings.length === 0) return row;
    const kept = Object.fromEntries(Object.entries(values).filter(([name]) => !without.includes(name)));
    return { ...row, checked: { ...checked, values: kept, findings: [...checked.findings, ...findings] } };
  }

  #tell(items: readonly ReadItem[], verdicts: readonly Verdict[]): void {
    verdicts.forEach((verdict, i) => {
      this.#counts[verdict.outcome] += 1;
      const keep =
        verdict.outcome === 'refused' || verdict.findings.some(({ code }) => code === 'duplicateKey');
      // A file that was taken in before has its account already.
      const raw = keep && !this.#context.seenBefore ? items[i]?.raw() : undefined;
      if (raw !== undefined) {
        const { unit, number } = verdict.place;
        this.#refused.push({
          place: `${unit} ${number}`,
          raw: raw.slice(0, 20_000),
          findings: verdict.findings,
        });
      }
      this.#options.onVerdict?.(verdict);
    });
  }

  async #writeAccount(complete: boolean): Promise<number | undefined> {
    const intake: Intake = {
      at: this.#context.at,
      post: intakePost,
      file: this.#context.file,
      sha256: this.#sha256,
      complete,
      counts: this.#counts,
      refused: this.#refused,
    };
    const [entry] = await this.#house.log.append([{ kind: 'intake', intake }]);
    this.#refused = [];
    return entry?.seq;
  }

  /** Writes what came before the file broke off; its account stays open. */
  async breakOff(): Promise<void> {
    await this.flush();
    if (this.#refused.length > 0) await this.#writeAccount(false);
  }

  /** Writes the last rows and closes the account; a file that was taken in before and brought nothing leaves no new line. */
  async close(): Promise<Ingested> {
    await this.flush();
    const { created, updated, setAside } = this.#counts;
    const quiet = this.#context.seenBefore && created + updated + setAside === 0;
    const intake = quiet ? undefined : await this.#writeAccount(true);
    return {
      file: this.#context.file,
      counts: this.#counts,
      rows: this.rows,
      ...(intake === undefined ? {} : { intake }),
    };
  }
}

function titleOf({ register, checked }: CheckedRow): string | undefined {
  const title = checked.values[register.title];
  // The title field of every register is a text in languages (checked by the contract tests of registers).
  return title === undefined ? undefined : textIn(title as Parameters<typeof textIn>[0], 'en').text;
}
