import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { aspects, fitting, type Profile, type Traits } from './interests.ts';

const value = fc.constantFrom('a', 'b', 'c', 'd');
const values = fc.array(value, { maxLength: 3 });
const traits: fc.Arbitrary<Traits> = fc.record({
  kinds: values,
  countries: values,
  sectors: values,
  goals: values,
  languages: values,
});
const profile: fc.Arbitrary<Profile> = traits;

test('a record fits who chose one of its values in each aspect with a choice, whatever was chosen', () => {
  fc.assert(
    fc.property(fc.array(profile, { maxLength: 20 }), fc.array(traits, { maxLength: 20 }), (all, records) => {
      const tried = all.map((one) =>
        records.flatMap((record, at) =>
          aspects.every((aspect) => {
            const wanted = one[aspect] ?? [];
            return wanted.length === 0 || wanted.some((value) => record[aspect].includes(value));
          })
            ? [at]
            : [],
        ),
      );
      assert.deepEqual(fitting(all, records), tried);
    }),
    { seed: 20_261_128 },
  );
});

test('who chose nothing hears of everything', () => {
  const record = { kinds: ['need'], countries: [], sectors: [], goals: [], languages: [] };
  assert.deepEqual(fitting([{}], [record, record]), [[0, 1]]);
});
