import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headerOfRecords } from '../../src/exchange/tables/clearly-best.ts';
import { interfaceLanguages } from '../../src/kernel/language-tag.ts';
import { allRegisters } from '../../src/registers/all-registers.ts';
import { allLabels } from '../fixtures/all-labels.ts';
import { headerOf } from '../fixtures/csv-of-book.ts';
import { bookIn } from './workbooks-bench.ts';

// A CSV file has no sheet that says which records it holds: its columns do.

test('the header of each empty workbook says in every language which records stand under it', async () => {
  for (const lang of interfaceLanguages) {
    for (const register of allRegisters) {
      const header = headerOf(await bookIn(lang, [], { registers: [register] }));
      const said = headerOfRecords(allLabels, header);
      assert.equal(said?.table.register.name, register.name, lang);
      assert.deepEqual(said?.unknown, [], lang);
    }
  }
});

test('a few columns are enough where one register alone has them; what several have says nothing', () => {
  const named = (...header: readonly string[]) => headerOfRecords(allLabels, header)?.table.register.name;
  assert.equal(named('Record', 'Title (English)', 'Modality'), 'activity');
  assert.equal(named('Fiche', 'Titre (français)', 'Modalité', 'Remarques à nous'), 'activity');
  assert.equal(named('Record', 'Title (English)', 'Summary (English)'), undefined);
  assert.equal(named('Title (English)', 'Modality'), undefined, 'no column names the record');
  assert.equal(named('Name', 'Address', 'Telephone'), undefined);
});
