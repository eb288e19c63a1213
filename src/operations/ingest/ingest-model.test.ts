import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { NaiveHouse, type NaiveRecord, type Said } from '../../../tests/fixtures/naive-house.ts';
import { english, smallHouse } from '../../../tests/fixtures/small-house.ts';
import { takeIn } from '../../../tests/fixtures/taking-in.ts';
import {
  edition,
  houseOfTwoSources,
  type SourceName,
  type SourceRow,
} from '../../../tests/fixtures/two-sources.ts';
import { Fault } from '../../kernel/fault.ts';
import { decideDuplicate, possibleDuplicates } from '../duplicates.ts';
import { find } from '../find.ts';
import type { House } from '../house.ts';
import { revise } from '../revise.ts';
import { show } from '../show.ts';

type Step =
  | { readonly do: 'file'; readonly source: SourceName; readonly rows: readonly SourceRow[] }
  | { readonly do: 'again'; readonly nth: number }
  | { readonly do: 'edit'; readonly nth: number; readonly about: string; readonly stale: boolean }
  | { readonly do: 'decide'; readonly nth: number; readonly same: boolean; readonly turned: boolean };

const maybe = <T>(...values: readonly T[]) => fc.constantFrom(...values);
/** Few values, so that rows meet often. */
const row: fc.Arbitrary<SourceRow> = fc.record(
  {
    title: fc.oneof({ arbitrary: maybe('Human milk banks', 'Iodised salt for all'), weight: 9 }, maybe(' ')),
    ref: maybe('1', '2', '3'),
    from: maybe('BR', 'IN'),
    to: maybe('BR', 'SN'),
    year: maybe('2010', '2014'),
    about: maybe('Before', 'After'),
  },
  { requiredKeys: ['title'], noNullPrototype: true },
);
const nth = fc.nat({ max: 20 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('file' as const),
      source: maybe<SourceName>('alpha', 'beta'),
      rows: fc.array(row, { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('again' as const), nth }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      nth,
      about: maybe('Before', 'After', 'By hand'),
      stale: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      nth,
      same: fc.boolean(),
      turned: fc.boolean(),
    }),
  },
);

/** What the house holds of a record that says this. */
function valuesOf({ title, from, to, year, about }: Said): Record<string, unknown> {
  const participants = [
    ...(from === undefined ? [] : [{ country: from, role: 'provider' }]),
    ...(to === undefined ? [] : [{ country: to, role: 'recipient' }]),
  ];
  return {
    title: english(title),
    ...(participants.length === 0 ? {} : { participants }),
    ...(year === undefined ? {} : { dates: { start: year } }),
    ...(about === undefined ? {} : { summary: english(about) }),
  };
}

/** The house and its naive twin, doing the same. */
class Pair {
  readonly naive = new NaiveHouse();
  readonly files: Extract<Step, { do: 'file' }>[] = [];
  readonly ids = new Map<NaiveRecord, string>();
  readonly house: House;

  constructor(house: House) {
    this.house = house;
  }

  async do(step: Step): Promise<void> {
    if (step.do === 'file') return this.file(step);
    if (step.do === 'edit') return this.edit(step);
    if (step.do === 'decide') return this.decide(step);
    const file = this.files[step.nth % Math.max(1, this.files.length)];
    return file === undefined ? undefined : this.file(file);
  }

  async file(step: Extract<Step, { do: 'file' }>): Promise<void> {
    this.files.push(step);
    const born = this.naive.records.length;
    const expected = this.naive.takeIn(step.source, step.rows);
    const verdicts = await takeIn(this.house, edition(step.source, step.rows));
    assert.deepEqual(
      verdicts.map(({ outcome }) => outcome),
      expected,
    );
    const created = verdicts.filter(({ outcome }) => outcome === 'created');
    for (const [i, record] of this.naive.records.slice(born).entries())
      this.ids.set(record, created[i]?.recordId ?? '');
  }

  async edit({ nth, about, stale }: Extract<Step, { do: 'edit' }>): Promise<void> {
    const alive = this.naive.records.filter(({ into }) => into === undefined);
    const record = alive[nth % Math.max(1, alive.length)];
    if (record === undefined) return;
    const values = valuesOf({ ...record.said, about });
    const basedOn = stale ? record.revisions - 1 : record.revisions;
    const edit = {
      register: 'activity',
      id: this.ids.get(record) ?? '',
      values,
      basedOn,
      writer: { machine: 'tester' },
    };
    if (stale) {
      await assert.rejects(
        revise(this.house, edit),
        (error) => error instanceof Fault && error.code === 'revisionMoved',
      );
    } else {
      const { changed } = await revise(this.house, edit);
      assert.equal(changed, this.naive.edit(record, about));
    }
  }

  async decide({ nth, same, turned }: Extract<Step, { do: 'decide' }>): Promise<void> {
    const asked = this.naive.open[nth % Math.max(1, this.naive.open.length)];
    if (asked === undefined) return;
    const [id, other] = turned ? [asked[1], asked[0]] : asked;
    this.naive.decide([id, other], same);
    const [a = '', b = ''] = [this.ids.get(id), this.ids.get(other)];
    await decideDuplicate(this.house, { id: a, other: b, same, post: 'tester' });
  }

  async compare(): Promise<void> {
    const idOf = (record: NaiveRecord | undefined) =>
      record === undefined ? undefined : this.ids.get(record);
    assert.equal(new Set(this.ids.values()).size, this.naive.records.length, 'no two records share an id');
    for (const record of this.naive.records) {
      const { record: shown } = await show(this.house, 'activity', idOf(record) ?? '');
      assert.deepEqual(shown.values, valuesOf(record.said));
      assert.equal(shown.revision, record.revisions);
      assert.equal(shown.withdrawn?.into, idOf(record.into));
    }
    const pairs = (list: readonly (readonly unknown[])[]) =>
      list.map((pair) => [...pair].sort().join(' ')).sort();
    const open = await possibleDuplicates(this.house);
    assert.deepEqual(
      pairs(open.map(({ id, other }) => [id, other])),
      pairs(this.naive.open.map((pair) => pair.map(idOf))),
    );
    const all = { words: '', lang: 'en', filters: {}, sort: 'newest', page: 1, pageSize: 200 } as const;
    const found = (await find(this.house, all)).records.map(({ id }) => id);
    const alive = this.naive.records.filter(({ into }) => into === undefined).map(idOf);
    assert.deepEqual(found.sort(), alive.sort());
  }
}

test('whatever files, edits and decisions come in whatever order, the house holds what the rules say', async () => {
  const { mappings } = await houseOfTwoSources();
  let created = 0;
  let merged = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const pair = new Pair({ ...(await smallHouse()), mappings });
      for (const one of steps) await pair.do(one);
      await pair.compare();
      created += pair.naive.records.length;
      merged += pair.naive.records.filter(({ into }) => into !== undefined).length;
      await pair.house.log.close();
    }),
    { numRuns: 300 },
  );
  assert.ok(created > 300 && merged > 20, `tried too little: ${created} records, ${merged} merged`);
});
