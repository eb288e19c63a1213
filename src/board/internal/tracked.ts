import type { RecordId } from '../../kernel/ids.ts';
import { lastDayOf } from '../../kernel/partial-date.ts';
import { isListed } from '../../lifecycle/listed.ts';
import type { BoardRecord } from '../../operations/ports/board.ts';
import type { Tracked, TrackedRole, Tracking } from '../../operations/ports/tracking.ts';

/** Ids under one other id; made in order when they are next asked for. */
type Group = { readonly ids: Set<RecordId>; sorted?: readonly Tracked[] };

/** Follow-up in memory, as the board's records say it: a record that nobody outside may see is not there. */
export class TrackedRecords implements Tracking {
  readonly #records = new Map<RecordId, Tracked>();
  readonly #measures = new Map<RecordId, Group>();
  readonly #about = new Map<RecordId, Group>();
  readonly #ofCountry = new Map<string, Group>();
  readonly #ofBody = new Map<string, Group>();
  readonly #answers = new Map<RecordId, Group>();
  readonly #meetings = new Map<string, Group>();
  #instruments: readonly Tracked[] | undefined;
  #rounds: readonly Tracked[] | undefined;
  version = 0;

  put(record: BoardRecord): void {
    const { tracked } = record;
    if (tracked !== undefined) this.version += 1;
    this.#drop(record.recordId);
    if (tracked === undefined || !isListed(record)) return;
    const { recordId, register, title, countries, state } = record;
    this.#records.set(recordId, { recordId, register, title, countries, state, tracked });
    this.#joined({ recordId, tracked }, (group) => group.ids.add(recordId));
  }

  find(id: RecordId): Tracked | undefined {
    return this.#records.get(id);
  }

  instruments(): readonly Tracked[] {
    this.#instruments ??= [...this.#records.values()]
      .filter(({ tracked }) => tracked.role === 'instrument')
      .sort((a, b) => (dayOf(b) < dayOf(a) ? -1 : 1));
    return this.#instruments;
  }

  rounds(): readonly Tracked[] {
    this.#rounds ??= [...this.#records.values()]
      .filter(({ tracked }) => tracked.role === 'round')
      .sort((a, b) => (dayOf(b) < dayOf(a) ? -1 : 1));
    return this.#rounds;
  }

  answersTo(round: RecordId): readonly Tracked[] {
    return this.#sorted(this.#answers.get(round), byDay);
  }

  measuresOf(instrument: RecordId): readonly Tracked[] {
    return this.#sorted(this.#measures.get(instrument), byNumber);
  }

  meetingsOf(series: string): readonly Tracked[] {
    return this.#sorted(this.#meetings.get(series), byNumber);
  }

  about(measure: RecordId): readonly Tracked[] {
    return this.#sorted(this.#about.get(measure), byDay);
  }

  ofCountry(code: string): readonly Tracked[] {
    return this.#sorted(this.#ofCountry.get(code), byNumber);
  }

  ofBody(name: string): readonly Tracked[] {
    return this.#sorted(this.#ofBody.get(name), byNumber);
  }

  bodies(): readonly { readonly value: string; readonly count: number }[] {
    return [...this.#ofBody]
      .flatMap(([value, { ids }]) => (ids.size === 0 ? [] : [{ value, count: ids.size }]))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }

  #drop(id: RecordId): void {
    const known = this.#records.get(id);
    if (known === undefined) return;
    this.version += 1;
    this.#records.delete(id);
    this.#joined(known, (group) => group.ids.delete(id));
  }

  #joined(
    { recordId, tracked }: Pick<Tracked, 'recordId' | 'tracked'>,
    change: (group: Group) => void,
  ): void {
    const { role, instrument, round, series, measures = [], actors = [], addressed = [] } = tracked;
    if (role === 'instrument') this.#instruments = undefined;
    if (role === 'round') {
      this.#rounds = undefined;
      return;
    }
    const groups = [
      ...(round === undefined ? [] : [groupIn(this.#answers, round)]),
      ...(role !== 'meeting' || series === undefined ? [] : [groupIn(this.#meetings, series)]),
      ...(instrument === undefined ? [] : [groupIn(this.#measures, instrument)]),
      ...measures.filter((measure) => measure !== recordId).map((measure) => groupIn(this.#about, measure)),
      ...(byActor.has(role) ? addressed.map((code) => groupIn(this.#ofCountry, code)) : []),
      ...(byActor.has(role) ? actors.map((name) => groupIn(this.#ofBody, name)) : []),
    ];
    for (const group of groups) {
      change(group);
      delete group.sorted;
    }
  }

  #sorted(group: Group | undefined, order: (a: Tracked, b: Tracked) => number): readonly Tracked[] {
    if (group === undefined) return none;
    group.sorted ??= [...group.ids].flatMap((id) => this.#records.get(id) ?? []).sort(order);
    return group.sorted;
  }
}

/** The same each time, so that who keeps what follows from a list sees that it has not changed. */
const none: readonly Tracked[] = [];

/** What is asked of somebody, or taken up. */
const byActor: ReadonlySet<TrackedRole> = new Set(['measure', 'commitment']);

function groupIn(groups: Map<RecordId, Group>, id: RecordId): Group {
  const known = groups.get(id);
  if (known !== undefined) return known;
  const group = { ids: new Set<RecordId>() };
  groups.set(id, group);
  return group;
}

const inOrder = new Intl.Collator('en', { numeric: true }).compare;

/** 2 before 10, 2a after 2; those without a number last. */
function byNumber(a: Tracked, b: Tracked): number {
  const [first, second] = [a.tracked.number ?? '~', b.tracked.number ?? '~'];
  if (first !== second) return inOrder(first, second) || (a.recordId < b.recordId ? -1 : 1);
  // Thousands of recommendations have no number: their ids tell nothing that a collator could put in order.
  return a.recordId < b.recordId ? -1 : 1;
}

function byDay(a: Tracked, b: Tracked): number {
  return dayOf(a) < dayOf(b) ? -1 : 1;
}

function dayOf({ tracked: { on } }: Tracked): string {
  return on === undefined ? '' : lastDayOf(on);
}
