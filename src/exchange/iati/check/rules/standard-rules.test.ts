import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { sharedData, skipWords } from '../../../../../tests/fixtures/shared-data.ts';
import { standardVersions } from '../../standard/version.ts';
import { allRules, rulesFor } from './all-rules.ts';

const folder = sharedData('iati', 'standard/rulesets');

interface Official {
  readonly id: string;
  readonly severity: string;
}

/** Everything called `ruleInfo` in a rule set, however deep. */
function rulesIn(value: unknown): readonly Official[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(
    ([key, inside]) => (key === 'ruleInfo' ? [inside as Official] : rulesIn(inside)), // the form of the standard's files
  );
}

test('every rule of the standard is here under its number and with its severity, in each version, and no other', (t) => {
  if (folder === undefined) return t.skip(skipWords);
  for (const version of standardVersions) {
    const text: string = readFileSync(join(folder ?? '', `standard-${version}.json`), 'utf8');
    const official = new Set(rulesIn(JSON.parse(text)).map(({ id, severity }) => `${id} ${severity}`));
    const ours = [...rulesFor('iati-activity', version), ...rulesFor('iati-organisation', version)]
      .filter(({ id }) => /^\d/.test(id))
      .map(({ id, severity }) => `${id} ${severity}`);
    assert.deepEqual([...new Set(ours)].sort(), [...official].sort(), version);
  }
});

test('rules of our own have names, which no rule of the standard has', () => {
  const own = allRules.filter(({ id }) => !/^\d+(\.\d+)+$/.test(id));
  assert.deepEqual([...new Set(own.map(({ id }) => id))], ['negative-total']);
  assert.ok(own.every(({ severity }) => severity === 'warning'));
});
