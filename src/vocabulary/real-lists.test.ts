import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { parse } from 'csv-parse/sync';
import { sharedData, skipWords } from '../../tests/fixtures/shared-data.ts';
import { alpha3Of, countries, countryCode, m49Of } from './countries.ts';
import { membersOf } from './country-groups.ts';

type Row = Readonly<Record<string, string>>;

/** Rows of a table of the test data; undefined, with the test skipped aloud, where it is not there. */
function table(t: TestContext, file: string): readonly Row[] | undefined {
  const path = sharedData('countries', file);
  if (path === undefined) {
    t.skip(skipWords);
    return undefined;
  }
  return parse(readFileSync(path), { columns: true, bom: true });
}

describe('against published lists', () => {
  it('codes agree with those of the United Nations, and their names are recognised in six languages', (t) => {
    const rows = table(t, 'm49-country-region-6lang.csv');
    if (rows === undefined) return;
    let [names, known] = [0, 0];
    for (const row of rows) {
      const code = row['ISO-alpha2 Code'] ?? '';
      assert.equal(m49Of(code), row['M49 Code'], code);
      assert.equal(alpha3Of(code), row['ISO-alpha3 Code'], code);
      for (const [column, name] of Object.entries(row)) {
        if (!column.startsWith('Country or Area')) continue;
        const found = countryCode(name);
        assert.ok(found === code || found === undefined, `${name}: ${found}, not ${code}`);
        names += 1;
        if (found === code) known += 1;
      }
    }
    assert.ok(known / names >= 0.98, `${known} of ${names}`);
  });

  it('no official name is taken for another country, and most are known', (t) => {
    const rows = table(t, 'country-codes.csv');
    if (rows === undefined) return;
    let [names, known] = [0, 0];
    for (const row of rows) {
      for (const [column, name] of Object.entries(row)) {
        if (name === '' || !/UNTERM|official_name/.test(column)) continue;
        const found = countryCode(name);
        const code = row['ISO3166-1-Alpha-2'];
        assert.ok(found === code || found === undefined, `${name}: ${found}, not ${code}`);
        names += 1;
        if (found === code) known += 1;
      }
    }
    assert.ok(known / names >= 0.94, `${known} of ${names}`);
  });

  it('common spellings are known, nine in ten, and none is taken for another country', (t) => {
    const codes = table(t, 'gapminder-geo.csv');
    const rows = table(t, 'gapminder-country-synonyms.csv');
    if (codes === undefined || rows === undefined) return;
    const codeOf = new Map(codes.map((row) => [row['country'], row['iso3166_1_alpha2']]));
    const about = rows.filter((row) => countries.entries.has(codeOf.get(row['country']) ?? ''));
    const found = about.map((row) => [
      countryCode(row['synonym'] ?? ''),
      codeOf.get(row['country']),
      row['synonym'],
    ]);
    for (const [got, code, name] of found)
      assert.ok(got === code || got === undefined, `${name}: ${got}, not ${code}`);
    assert.ok(found.filter(([got]) => got !== undefined).length / found.length >= 0.9);
  });

  const files = { LLDC: 'lldc.csv', G77: 'g77.csv', ArabStates: 'arab-group.csv' };
  for (const [group, file] of Object.entries(files)) {
    it(`members of ${group} agree`, (t) => {
      const rows = table(t, join('groups', file));
      if (rows === undefined) return;
      const theirs = rows.map((row) => row['Code']);
      assert.deepEqual(membersOf(group).map(alpha3Of).toSorted(), theirs.toSorted());
    });
  }

  it('least developed countries agree with the list of 2021, with the year of inclusion', (t) => {
    const rows = table(t, join('groups', 'ldc-2021-with-year.csv'));
    if (rows === undefined) return;
    const theirs = rows.map((row) => row['Code']);
    assert.deepEqual(membersOf('LDC', 2021).map(alpha3Of).toSorted(), theirs.toSorted());
  });
});
