import type { Finding } from '../../kernel/finding.ts';
import type { RecordId } from '../../kernel/ids.ts';
import { isBefore } from '../../kernel/partial-date.ts';
import type { Revision } from '../../lifecycle/revision.ts';
import { findRegister } from '../../registers/all-registers.ts';
import { fieldsMeaning } from '../../registers/fields-meaning.ts';
import type { Register } from '../../registers/register.ts';
import type { House } from '../house.ts';
import { trackedFacts } from '../internal/tracked-facts.ts';
import type { TrackedFacts, Tracking } from '../ports/tracking.ts';
import { findCycle } from './depends-on-itself.ts';

/** What is wrong with a row, and the fields that are left out of it for that. */
export interface TiesOfRow {
  readonly findings: readonly Finding[];
  readonly without: readonly string[];
}

/** A row with the id that its record has or gets. */
interface Row {
  readonly id: RecordId;
  readonly register: Register;
  readonly values: Readonly<Record<string, unknown>>;
}

const nothing: TiesOfRow = { findings: [], without: [] };

/**
 * Measures that one import brings, held against one another, against the instruments that the log knows, and against the
 * board where it has followed. A number used twice and a missing instrument are warnings; a due date before the instrument
 * and a measure that would wait for itself are left out of the row, which stays.
 */
export class ImportedTies {
  readonly #tracking: Tracking;
  readonly #numbers = new Map<string, RecordId>();
  readonly #waiting = new Map<RecordId, readonly RecordId[]>();

  constructor({ board }: Pick<House, 'board'>) {
    this.#tracking = board.tracking;
  }

  /** Ids of instruments that rows name: the log is asked for them. */
  instrumentOf({ register, values }: Omit<Row, 'id'>): RecordId | undefined {
    return measureFacts(register, values)?.instrument;
  }

  /** @param instrument the newest revision of the instrument that the row names; undefined where there is none. */
  look(row: Row, instrument: Revision | undefined): TiesOfRow {
    const facts = measureFacts(row.register, row.values);
    if (facts === undefined) return nothing;
    const early = this.#early(row, facts, instrument);
    const cycle = this.#cycle(row, facts);
    const findings = [this.#unknown(row, facts, instrument), this.#twice(row, facts), early, cycle].filter(
      (one) => one !== undefined,
    );
    return { findings, without: [early, cycle].flatMap((one) => one?.path.split('.')[0] ?? []) };
  }

  #unknown(row: Row, { instrument: id }: TrackedFacts, instrument: Revision | undefined) {
    if (id === undefined || instrument !== undefined) return undefined;
    return noticed(row, 'warning', 'instrument', 'unknownInstrument', { got: id });
  }

  #twice(row: Row, { instrument, number }: TrackedFacts): Finding | undefined {
    if (instrument === undefined || number === undefined) return undefined;
    const key = `${instrument} ${number}`;
    const there = this.#tracking
      .measuresOf(instrument)
      .find(({ recordId, tracked }) => recordId !== row.id && tracked.number === number)?.recordId;
    const other = this.#numbers.get(key) ?? there ?? row.id;
    if (!this.#numbers.has(key)) this.#numbers.set(key, row.id);
    if (other === row.id) return undefined;
    return noticed(row, 'warning', 'number', 'numberTwice', { got: number, other });
  }

  #early(row: Row, { due }: TrackedFacts, instrument: Revision | undefined): Finding | undefined {
    const adopted = instrument === undefined ? undefined : adoptionIn(instrument);
    if (due?.date === undefined || adopted === undefined || !isBefore(due.date, adopted)) return undefined;
    return noticed(row, 'error', 'due', 'dueBeforeInstrument', { got: due.date, right: adopted });
  }

  #cycle(row: Row, { dependsOn = [] }: TrackedFacts): Finding | undefined {
    const cycle = findCycle({ find: (id) => this.#found(id) }, row.id, dependsOn);
    if (cycle === undefined) {
      this.#waiting.set(row.id, dependsOn);
      return undefined;
    }
    return noticed(row, 'error', 'dependsOn', 'dependsOnItself', { got: cycle.join(' → ') });
  }

  #found(id: RecordId): { readonly tracked: Pick<TrackedFacts, 'dependsOn'> } | undefined {
    const dependsOn = this.#waiting.get(id);
    return dependsOn === undefined ? this.#tracking.find(id) : { tracked: { dependsOn } };
  }
}

function measureFacts(register: Register, values: Row['values']): TrackedFacts | undefined {
  if (!register.means.includes('followup:measure')) return undefined;
  return trackedFacts(register, values);
}

function adoptionIn({ register: name, values }: Revision): string | undefined {
  const register = findRegister(name);
  return register === undefined ? undefined : trackedFacts(register, values)?.on;
}

function noticed(
  { register }: Row,
  severity: Finding['severity'],
  meaning: string,
  code: Finding['code'],
  params: Finding['params'],
): Finding {
  const [path = ''] = fieldsMeaning(register, `followup:${meaning}`);
  return { severity, path, code, params };
}
