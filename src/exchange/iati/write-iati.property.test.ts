import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checked } from '../../../tests/fixtures/checked.ts';
import { iatiOf } from '../../../tests/fixtures/iati-files.ts';
import { schemaErrors } from '../../../tests/fixtures/iati-schemas.ts';
import { smallHouse, written } from '../../../tests/fixtures/small-house.ts';
import { fileOf, takeIn } from '../../../tests/fixtures/taking-in.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import { getRegister } from '../../registers/all-registers.ts';
import { defaultLimits } from '../limits.ts';
import { readIati } from './read-iati.ts';

const line = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 40 })
  .map((text) =>
    text
      .replace(/[^\P{C}\n]|\p{Co}|\p{Cn}/gu, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  .filter((text) => text !== '');
const language = fc.constantFrom('en', 'fr', 'ar', 'zh', 'pt-BR', 'und');
const langText = fc
  .dictionary(language, line, { minKeys: 1, maxKeys: 3 })
  .map((texts) => ({ original: Object.keys(texts)[0] ?? 'en', texts: { ...texts } }));
const country = fc.constantFrom('BR', 'SN', 'MZ', 'DE', 'IN');
const year = fc.integer({ min: 1990, max: 2024 });
const date = fc.oneof(
  year.map(String),
  fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`),
  fc
    .date({ min: new Date('1990-01-01'), max: new Date('2024-12-31'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10)),
);
const participant = fc.oneof(
  fc.record({
    country,
    role: fc.constantFrom('provider', 'secondProvider', 'recipient', 'both', 'supporter'),
  }),
  fc.record(
    {
      organisation: langText,
      identifier: fc.stringMatching(/^[A-Z]{2}-[A-Z0-9]{3,9}$/),
      role: fc.constantFrom(
        'funding',
        'accountable',
        'extending',
        'implementing',
        'supporter',
        'secondProvider',
      ),
      country,
    },
    { requiredKeys: ['organisation'] },
  ),
);
const url = fc.constantFrom('https://example.org/a', 'https://example.org/b?c=d&e', 'http://x.example/f');
const amount = fc.integer({ min: -1_000_000, max: 1_000_000_000 }).map((cents) => cents / 100);

/** What IATI can say of an activity. */
const sayable = fc.record(
  {
    title: langText,
    summary: langText,
    objective: langText,
    notes: langText,
    modality: fc.constantFrom('bilateral', 'triangular', 'regional', 'multilateral'),
    // A country stands once: in two roles at a time it would be `both`.
    participants: fc.uniqueArray(participant, {
      minLength: 1,
      maxLength: 6,
      selector: (one) => ('organisation' in one ? identity(one) : one.country),
    }),
    sectors: fc.uniqueArray(fc.constantFrom('11110', '12220', '31120', '111'), { minLength: 1 }),
    sdgs: fc.uniqueArray(fc.constantFrom('4', '17', '4.b', '3.1'), { minLength: 1 }),
    dates: fc.record(
      { start: date, end: fc.constantFrom('2024', '2024-12', '2024-12-31') },
      { requiredKeys: ['start'] },
    ),
    status: fc.constantFrom(
      'planning',
      'approved',
      'ongoing',
      'completed',
      'suspended',
      'cancelled',
      'reported',
    ),
    money: fc.uniqueArray(
      fc.record({
        amount,
        currency: fc.constantFrom('BRL', 'USD', 'XOF'),
        valueDate: date,
        basis: fc.constantFrom('commitment', 'disbursement', 'expenditure'),
      }),
      { minLength: 1, maxLength: 4, selector: ({ currency, basis }) => `${currency} ${basis}` },
    ),
    places: fc.uniqueArray(
      fc.record(
        {
          name: langText,
          country,
          point: fc.tuple(fc.integer({ min: -90, max: 90 }), fc.integer({ min: -180, max: 180 })),
        },
        { requiredKeys: ['name'] },
      ),
      { minLength: 1, maxLength: 3, selector: identity },
    ),
    identifier: fc.stringMatching(/^[A-Z]{2}-[A-Z0-9]{3,9}-[0-9]{1,5}$/),
    related: fc.uniqueArray(fc.record({ id: fc.stringMatching(/^[A-Z]{2}-[0-9]{3,9}$/) }), {
      minLength: 1,
      selector: identity,
    }),
    links: fc.uniqueArray(fc.record({ url, title: line }, { requiredKeys: ['url'] }), {
      minLength: 1,
      selector: (one) => one.url,
    }),
    files: fc.uniqueArray(
      fc.record(
        { url, title: line, mediaType: fc.constant('text/html'), language: fc.constant('fr') },
        { requiredKeys: ['url'] },
      ),
      { minLength: 1, selector: (one) => one.url },
    ),
    contacts: fc.uniqueArray(
      fc.record(
        { organisation: langText, person: line, email: line, telephone: line, address: line },
        { requiredKeys: ['email'] },
      ),
      { minLength: 1, maxLength: 3, selector: identity },
    ),
  },
  { requiredKeys: ['title', 'dates'] },
);

function identity(value: object): string {
  return canonicalJson(value);
}

/** As fields hold it: a point is two numbers. */
function asValues({ places, ...values }: Readonly<Record<string, unknown>>): Record<string, unknown> {
  if (!Array.isArray(places)) return values;
  const held = places.map(({ point, ...place }) =>
    point === undefined ? place : { ...place, latitude: point[0], longitude: point[1] },
  );
  return { ...values, places: held };
}

/** Lists have no order in IATI; texts that stand once and twice in a role are the same. */
function unordered(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value) ? [...new Set(value.map((one) => canonicalJson(one)))].sort() : value,
    ]),
  );
}

test('an activity of which IATI can say everything comes back the same, in a valid file', async () => {
  const { fields } = getRegister('activity');
  await fc.assert(
    fc.asyncProperty(sayable, async (made) => {
      const values = asValues(made);
      for (const [name, value] of Object.entries(values)) {
        const parsed = fields[name]?.schema.safeParse(value);
        fc.pre(parsed?.success === true && canonicalJson(parsed.data) === canonicalJson(value));
      }
      const house = await smallHouse();
      await house.log.append([written('wells', values)]);
      const file = await iatiOf(house);
      assert.deepEqual(schemaErrors('activities', file) ?? [], []);
      const { findings } = await checked(file);
      assert.deepEqual(
        findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule),
        [],
      );
      const read = readIati(fileOf('a.xml', file), defaultLimits);
      for await (const item of read)
        assert.deepEqual(plain(unordered(item.values)), plain(unordered(values)));
      const [again] = await takeIn(house, fileOf('a.xml', file));
      assert.equal(again?.outcome, 'unchanged');
    }),
    { numRuns: 60 },
  );
});

function plain(values: Readonly<Record<string, unknown>>): unknown {
  return JSON.parse(JSON.stringify(values));
}
