import assert from 'node:assert/strict';
import { test } from 'node:test';
import { langText } from '../kernel/lang-text.ts';
import { demandTotals } from './demand-totals.ts';

const of = (country: string, value: number, label = 'Insulin', unit = 'doses') => ({
  country,
  value,
  label: langText('en', label),
  unit: langText('en', unit),
});

test('quantities of one thing in one unit add up over countries; another unit is another total', () => {
  const totals = demandTotals([of('SN', 100), of('ML', 50), of('SN', 25), of('ML', 3, 'insulin', 'boxes')]);
  assert.deepEqual(
    totals.map(({ value, unit, countries }) => [value, unit.texts['en'], countries]),
    [
      [175, 'doses', ['SN', 'ML']],
      [3, 'boxes', ['ML']],
    ],
  );
});

test('nothing asked for has no total', () => {
  assert.deepEqual(demandTotals([]), []);
});
