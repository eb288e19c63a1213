import assert from 'node:assert/strict';
import { test } from 'node:test';
import { langText } from '../kernel/lang-text.ts';
import { activity } from '../registers/activity.ts';
import { check } from './check.ts';

const title = langText('en', 'Milk banks');
const litres = langText('en', 'litres');

function said(values: Record<string, unknown>) {
  const { findings } = check(activity, values);
  return findings.map(({ severity, path, code }) => `${severity} ${code} ${path}`);
}

test('good values stay as they are and nothing is said', () => {
  const values = { title, themes: ['health'], dates: { start: '2014' } };
  assert.deepEqual(check(activity, values), { values, findings: [], complete: true });
});

test('of a list the bad thing alone is left out, named by its place as it came', () => {
  const participants = [
    { country: 'BR', role: 'provider' },
    { country: 'Atlantis' },
    { country: 'MZ' },
    'Senegal',
    { country: 'SN', role: 'donor' },
  ];
  const { values, findings } = check(activity, { title, participants });
  // What only decorates a thing goes without it: Senegal takes part, though in no role we know.
  assert.deepEqual(values['participants'], [participants[0], participants[2], { country: 'SN' }]);
  assert.deepEqual(
    findings.map(({ path, code, params }) => [path, code, params['got']]),
    [
      ['participants.1.country', 'unknownCountry', 'Atlantis'],
      ['participants.3', 'invalid', 'Senegal'],
      ['participants.4.role', 'unknownCode', 'donor'],
    ],
  );
});

test('a list of which nothing holds is no value', () => {
  const { values } = check(activity, { title, themes: ['', ' '], quantities: [] });
  assert.deepEqual(values, { title });
});

test('a missing required part takes its holder with it, and is named once', () => {
  const quantities = [
    { value: 7, basis: 'counted' },
    { value: 8, unit: litres, basis: 'counted' },
  ];
  const { values } = check(activity, { title, quantities });
  assert.deepEqual(values['quantities'], [quantities[1]]);
  assert.deepEqual(said({ title, quantities }), ['error missing quantities.0.unit']);
});

test('what a fault pulls along is not a second fault', () => {
  const unit = { original: 'en', texts: { en: ' ' } };
  const quantities = [
    { value: 7, unit, basis: 'counted' },
    { value: 8, unit: litres, basis: 'guessed' },
  ];
  assert.deepEqual(said({ title, quantities, dates: { start: 'spring' } }), [
    'error missing quantities.0.unit.texts.en',
    'error unknownCode quantities.1.basis',
    'error badDate dates.start',
  ]);
});

test('paths name places as they came, also where several rounds are needed', () => {
  const quantities = [
    { value: 1 },
    { value: 2, unit: { original: 'fr', texts: { en: 'x', fr: '' } }, basis: 'counted' },
  ];
  assert.deepEqual(said({ title, quantities }), [
    'error missing quantities.0.unit',
    'error unknownCode quantities.0.basis',
    'error missing quantities.1.unit.texts.fr',
  ]);
});

test('a language of a text that does not hold is left out, the others stay', () => {
  const { values } = check(activity, {
    title: { original: 'en', texts: { en: 'Water', fr: '', Klingon: 'bIQ' } },
  });
  assert.deepEqual(values['title'], langText('en', 'Water'));
});

test('a column that the register does not have is named and left out', () => {
  const { values, findings } = check(activity, { title, shoeSize: 44 });
  assert.deepEqual(values, { title });
  assert.deepEqual(findings, [
    { severity: 'warning', path: 'shoeSize', code: 'unknownColumn', params: { got: 'shoeSize' } },
  ]);
});

test('without its title a record cannot stand; a bad title is named, not counted missing as well', () => {
  assert.equal(check(activity, { themes: ['x'] }).complete, false);
  assert.deepEqual(said({}), ['error missing title']);
  const bad = { title: { original: 'en', texts: { en: 'x'.repeat(2_000) } } };
  assert.equal(check(activity, bad).complete, false);
  assert.deepEqual(said(bad), ['error tooLong title.texts.en']);
});

test('a figure that points at a source which is not listed loses the pointer, not the figure', () => {
  const figure = { value: 7, unit: litres, basis: 'counted' };
  const sources = [{ title: 'A' }];
  const { values, findings } = check(activity, { title, sources, quantities: [{ ...figure, source: 1 }] });
  assert.deepEqual(values['quantities'], [figure]);
  assert.deepEqual(findings, [
    { severity: 'warning', path: 'quantities.0.source', code: 'noSuchSource', params: { got: 1, limit: 1 } },
  ]);
  assert.deepEqual(said({ title, money: [{ amount: 1, currency: 'EUR', basis: 'budget', source: 0 }] }), [
    'warning noSuchSource money.0.source',
  ]);
});

test('when a source is left out, figures go on pointing at the source that they named', () => {
  const figure = { value: 7, unit: litres, basis: 'counted' };
  const { values } = check(activity, {
    title,
    sources: [{ title: 'A' }, { title: '' }, { title: 'C' }],
    quantities: [
      { ...figure, source: 2 },
      { ...figure, source: 1 },
      { ...figure, source: 0 },
    ],
  });
  assert.deepEqual(values['sources'], [{ title: 'A' }, { title: 'C' }]);
  assert.deepEqual(values['quantities'], [{ ...figure, source: 1 }, figure, { ...figure, source: 0 }]);
});

test('a text whose language nobody named gets the one that its words show, openly', () => {
  const words = 'La cooperación entre los países del Sur para la salud de las mujeres';
  const { values, findings } = check(activity, { title: langText('und', words) });
  assert.deepEqual(values['title'], langText('es', words));
  assert.deepEqual(findings, [
    { severity: 'note', path: 'title', code: 'languageGuessed', params: { got: 'es' } },
  ]);
});

test('nothing said is nothing found: null and absent values are passed over', () => {
  assert.deepEqual(check(activity, { title, summary: null, objective: undefined }).values, { title });
});
