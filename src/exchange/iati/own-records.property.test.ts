import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { specimens } from '../../../tests/contracts/field-kinds.ts';
import { checked } from '../../../tests/fixtures/checked.ts';
import { iatiOf } from '../../../tests/fixtures/iati-files.ts';
import { schemaErrors } from '../../../tests/fixtures/iati-schemas.ts';
import { smallHouse, written } from '../../../tests/fixtures/small-house.ts';
import { getRegister } from '../../registers/all-registers.ts';

/** The day of the files that `checked` takes as today. */
const now = { today: '2026-06-01', generatedAt: '2026-06-01T00:00:00Z' };

/** A day, month or year, past or to come. */
const date = fc.oneof(
  fc.integer({ min: 1990, max: 2040 }).map(String),
  fc
    .date({ min: new Date('1990-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
    .chain((day) => fc.constantFrom(7, 10).map((length) => day.toISOString().slice(0, length))),
);
const period = fc.record({ start: date, end: date }, { requiredKeys: [] });
const money = fc.array(
  fc.record(
    {
      amount: fc.integer({ min: -1_000, max: 1_000_000 }),
      currency: fc.constantFrom('BRL', 'USD'),
      valueDate: date,
      basis: fc.constantFrom('commitment', 'disbursement', 'expenditure', 'planned', 'budget', 'reported'),
    },
    { requiredKeys: ['amount', 'currency'] },
  ),
  { minLength: 1, maxLength: 5 },
);
const made: Readonly<Record<string, fc.Arbitrary<unknown>>> = { date, period, money };

/** Values as people type them: any of the fields, each holding, whatever they make together. */
function typed(name: 'activity' | 'organisation'): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const register = getRegister(name);
  const all = Object.entries(register.fields).map(([field, { kind, schema }]) => {
    const good = (specimens[kind]?.good ?? []).filter((value) => schema.safeParse(value).success);
    const choices = made[kind]?.filter((value) => schema.safeParse(value).success);
    return [field, choices ?? (good.length === 0 ? undefined : fc.constantFrom(...good))] as const;
  });
  const held = Object.fromEntries(
    all.flatMap(([field, some]) => (some === undefined ? [] : [[field, some]])),
  );
  return fc.record(held, { requiredKeys: [register.title] });
}

for (const register of ['activity', 'organisation'] as const) {
  test(`whatever is typed here of an ${register}, its file breaks neither the schema nor an official rule`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(typed(register), { minLength: 1, maxLength: 4 }), async (all) => {
        const house = await smallHouse();
        // Who gives two records one identifier says that they are the same: no rule of the writer's.
        const entries = all.map(({ identifier, ...values }, at) => {
          const own = identifier === undefined ? values : { ...values, identifier: `${identifier}-${at}` };
          return written(`typed-${at}`, own, { register });
        });
        await house.log.append(entries);
        const file = await iatiOf(house, register, 'everybody', { ...now, validAlone: true });
        if (!file.includes(`<iati-${register}>`) && !file.includes(`<iati-${register} `)) return;
        const files = register === 'activity' ? 'activities' : 'organisations';
        assert.deepEqual(schemaErrors(files, file) ?? [], []);
        const { findings } = await checked(file);
        const broken = findings.filter(({ layer, severity }) => layer === 'rule' && severity === 'error');
        assert.deepEqual(broken, [], file);
      }),
      { numRuns: 150 },
    );
  });
}
