import assert from 'node:assert/strict';
import { test } from 'node:test';
import { interfaceLanguages } from '../kernel/language-tag.ts';
import { formatDate, formatDayOf, formatInstant, formatMoney, formatNumber, listOf } from './format.ts';

test('a date is written as precisely as it is known and no more', () => {
  assert.equal(formatDate('en', '2019'), '2019');
  assert.equal(formatDate('en', '2019-03'), 'March 2019');
  assert.equal(formatDate('fr', '2019-03-07'), '7 mars 2019');
  assert.equal(formatDate('zh', '2019-03-07'), '2019年3月7日');
  assert.equal(formatDate('ar', '2019-03-07'), '7 مارس 2019');
});

test('the first of a month is an ordinal in French alone', () => {
  assert.equal(formatDate('fr', '2019-03-01'), '1er mars 2019');
  assert.equal(formatDate('fr', '2019-03-11'), '11 mars 2019');
  assert.match(formatInstant('fr', '2019-03-01T08:00:00Z'), /^1er mars 2019/);
  assert.equal(formatDate('es', '2019-03-01'), '1 de marzo de 2019');
});

test('instants are written to the minute in UTC, whatever the machine thinks', () => {
  assert.match(formatInstant('en', '2026-11-21T23:59:30Z'), /21 November 2026.*23:59.*UTC/);
  assert.equal(formatDayOf('es', '2026-11-21T23:59:30Z'), '21 de noviembre de 2026');
});

test('no language writes digits other than 0-9', () => {
  for (const lang of interfaceLanguages) {
    const all = [
      formatNumber(lang, 1234567.5),
      formatDate(lang, '2019-03-07'),
      formatMoney(lang, 1234.5, 'USD'),
    ].join(' ');
    assert.match(all, /^[^٠-٩۰-۹]*$/u, lang);
    assert.match(all, /[0-9]/, lang);
  }
});

test('money keeps its code, and a whole amount gets no invented cents', () => {
  assert.equal(formatMoney('en', 1200000, 'USD').replace(/\s/g, ' '), 'USD 1,200,000');
  assert.equal(formatMoney('en', 1.5, 'USD').replace(/\s/g, ' '), 'USD 1.50');
  assert.equal(formatMoney('en', 5, 'points'), '5 points');
});

test('lists follow the reader', () => {
  assert.equal(listOf('en', ['Mali', 'Niger', 'Togo']), 'Mali, Niger and Togo');
  assert.equal(listOf('fr', ['Mali', 'Niger']), 'Mali et Niger');
});
