import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../../../kernel/finding.ts';
import { transforms } from '../transforms.ts';

/** What a way of making values gives for a row, with the codes of what it noticed. */
function made(
  use: string,
  options: object,
  cells: Record<string, unknown>,
): { value: unknown; codes: string[] } {
  const found: Finding['code'][] = [];
  const rule = transforms.get(use)?.compile(options);
  const value = rule?.(cells, (_, code) => found.push(code));
  return { value, codes: found };
}

const value = (use: string, options: object, cells: Record<string, unknown>) =>
  made(use, options, cells).value;

test('text: parts below one another, open language by default, mistakes left out, nothing from nothing', () => {
  assert.deepEqual(value('text', { from: ['a', 'b'] }, { a: ' one ', b: 'two' }), {
    original: 'und',
    texts: { und: 'one\n\ntwo' },
  });
  assert.deepEqual(value('text', { from: 'a', language: 'fr' }, { a: 'un' }), {
    original: 'fr',
    texts: { fr: 'un' },
  });
  assert.equal(value('text', { from: 'a', except: ['Skip'] }, { a: 'Skip' }), undefined);
  assert.equal(value('text', { from: 'a' }, { a: null }), undefined);
  assert.equal(value('text', { from: 'constructor' }, {}), undefined);
});

test('text: accents that became underscores are noticed, identifiers in running text are not', () => {
  const codes = (a: string) => made('text', { from: 'a', checkDamage: true }, { a }).codes;
  for (const broken of [
    'Cambodia__ social',
    'farmers_ capacities',
    'Côte d__voire',
    'not only __ecipients',
  ]) {
    assert.deepEqual(codes(broken), ['damagedText'], broken);
  }
  assert.deepEqual(codes('an ordinary sentence - with a dash'), []);
});

test('firstHeading: a heading in Markdown before any other line, links and marks taken away, said openly', () => {
  assert.deepEqual(
    made('firstHeading', { from: 'a' }, { a: '[published here](http://x.org)\nIntro\n## *Real* title' }),
    {
      value: { original: 'und', texts: { und: 'Real title' } },
      codes: ['titleMade'],
    },
  );
  assert.deepEqual(value('firstHeading', { from: 'a', language: 'en' }, { a: '!!!\nFirst words' }), {
    original: 'en',
    texts: { en: 'First words' },
  });
  assert.equal(value('firstHeading', { from: 'a' }, { a: '12' }), undefined);
});

test('template: parts with an empty column are left out, lists are written out', () => {
  const options = { parts: ['{a}: {b}', '{c}', 'with {d}'], language: 'en', made: true };
  const { value, codes } = made('template', options, { a: 'X', b: 'Y', c: '', d: 'India;Peru' });
  assert.deepEqual(value, { original: 'en', texts: { en: 'X: Y · with India, Peru' } });
  assert.deepEqual(codes, ['titleMade']);
  assert.deepEqual(made('template', options, {}), { value: undefined, codes: [] });
});

test('languages: objects by language, several below one another, the preferred one as original', () => {
  const cells = {
    notes: [{ en: 'A', fr: 'B' }, { en: 'C' }],
    results: [{ value: 1 }, { text: { en: 'told' } }],
  };
  assert.deepEqual(value('languages', { from: 'notes', withoutNumber: 'results' }, cells), {
    original: 'en',
    texts: { en: 'A\n\nC\n\ntold', fr: 'B' },
  });
});

test('narratives: by language and type, with the language that holds for all', () => {
  const cells = {
    list: [{ text: 'Titre', lang: 'FR' }, { text: 'Title' }, { text: 'Aim', type: '2' }],
    xml_lang: 'en',
  };
  assert.deepEqual(value('narratives', { from: 'list', types: ['1'], defaultLanguage: 'xml_lang' }, cells), {
    original: 'en',
    texts: { fr: 'Titre', en: 'Title' },
  });
});

test('sdgs: goals and targets however they are written; what is none is named', () => {
  const cells = { a: 'SDG1 ,SDG8,SDDG17', b: ['3.B', 4, 'Goal 05'] };
  assert.deepEqual(value('sdgs', { from: ['a', 'b'], separators: ',;' }, cells), [
    '1',
    '8',
    '17',
    '3.b',
    '4',
    '5',
  ]);
  assert.deepEqual(made('sdgs', { from: 'a' }, { a: 'climate' }), {
    value: undefined,
    codes: ['unknownCode'],
  });
});

test('countries: names, ISO codes, aliases; what is no country is named and goes into a note', () => {
  const options = { from: 'a', separators: ',;.', aliases: { XKK: 'XK' } };
  const cells = { a: 'SEN,Viet Nam;XKK,UGA.,Africa,SEN' };
  assert.deepEqual(made('countries', options, cells), {
    value: ['SN', 'VN', 'XK', 'UG'],
    codes: ['notACountry'],
  });
  assert.deepEqual(value('notCountries', { ...options, language: 'en' }, cells), {
    original: 'en',
    texts: { en: 'Africa' },
  });
  assert.deepEqual(value('countryParticipants', { ...options, role: 'recipient' }, { a: 'MLI' }), [
    { country: 'ML', role: 'recipient' },
  ]);
});

test('links: mixed separators are cut, lost colons and missing schemes put right with a note', () => {
  const cells = { a: 'http//x.org/a;b, www.y.org https://z.org/p,q;https://w.org', b: 'N/A', c: 'not one' };
  assert.deepEqual(made('links', { from: ['a', 'b', 'c'] }, cells), {
    value: ['http://x.org/a;b', 'https://www.y.org', 'https://z.org/p,q', 'https://w.org'].map((url) => ({
      url,
    })),
    codes: ['badAddress', 'badAddress', 'badAddress'],
  });
});

test('dates: years, days and instants; words for "still going on"; an end before its start is kept apart', () => {
  const options = { start: 'a', end: 'b', open: ['Present'] };
  assert.deepEqual(value('period', options, { a: '2011', b: 'Present' }), { start: '2011' });
  assert.deepEqual(value('period', options, { a: 2011, b: '2016-02-30' }), { start: '2011' });
  assert.deepEqual(made('period', options, { b: 'soon' }), { value: undefined, codes: ['badDate'] });
  assert.equal(value('date', { from: ['a', 'b'] }, { a: '', b: '2024-01-01T00:00:00Z' }), '2024-01-01');
  const list = [
    { date: '2024-01-01T00:00:00Z', type: '1' },
    { date: '2024-02-01', type: '2' },
    { date: '2023-01-01', type: '3' },
  ];
  assert.deepEqual(made('typedPeriod', { from: 'list', start: ['2', '1'], end: ['4', '3'] }, { list }), {
    value: { start: '2024-02-01' },
    codes: ['endBeforeStart'],
  });
});

test('money: from columns, from keyed objects, from lists with kinds; never without a currency', () => {
  const columns = [
    { from: 'a', basis: 'required' },
    { from: 'b', basis: 'expenditure' },
  ];
  assert.deepEqual(made('amounts', { currency: 'USD', columns }, { a: '1,234,567.5', b: 'many' }), {
    value: [{ amount: 1_234_567.5, currency: 'USD', basis: 'required' }],
    codes: ['badNumber'],
  });
  const keyed = { from: 'sdgs', currency: 'USD', label: 'SDG {key}', bases: { spent: 'expenditure' } };
  assert.deepEqual(value('keyedAmounts', keyed, { sdgs: { '1': { spent: 5 }, '2': {} } }), [
    { amount: 5, currency: 'USD', basis: 'expenditure', label: { original: 'en', texts: { en: 'SDG 1' } } },
  ]);
  const list = [
    { amount: 1, kind: '3', date: '2020-01-02T00:00:00Z' },
    { amount: 2, kind: '11' },
  ];
  const options = { from: 'list', bases: { '3': 'disbursement' }, defaultCurrency: 'currency' };
  assert.deepEqual(value('moneyList', options, { list, currency: 'EUR' }), [
    { amount: 1, currency: 'EUR', valueDate: '2020-01-02', basis: 'disbursement' },
  ]);
  const more = [
    { amount: 0.1, kind: '3', date: '2019' },
    { amount: 0.2, kind: '3' },
    { amount: 1, kind: '3', currency: 'XOF' },
  ];
  assert.deepEqual(value('moneyList', { ...options, sum: true }, { list: more, currency: 'EUR' }), [
    { amount: 0.3, currency: 'EUR', valueDate: '2019', basis: 'disbursement' },
    { amount: 1, currency: 'XOF', basis: 'disbursement' },
  ]);
  assert.deepEqual(made('moneyList', options, { list }), { value: undefined, codes: ['missing'] });
});

test('figures: label, unit and note in their languages; a currency stands as the unit; no number, no figure', () => {
  const list = [
    { kind: 'pilotSites', value: 3, unit: { en: 'sites' }, qualifier: 'upTo', source: 2 },
    { text: { en: 'Saved' }, value: 5, currency: 'USD', note: { en: 'n' } },
    { text: { en: 'no number' } },
  ];
  const en = (words: string) => ({ original: 'en', texts: { en: words } });
  assert.deepEqual(value('figures', { from: 'list', defaultSource: 0 }, { list }), [
    {
      label: en('pilot sites'),
      value: 3,
      unit: en('sites'),
      source: 2,
      basis: 'reported',
      qualifier: 'upTo',
    },
    { label: en('Saved'), value: 5, unit: en('USD'), source: 0, basis: 'reported', note: en('n') },
  ]);
});

test('codes: one by a table, many once each, keys of an object, only the vocabularies asked for', () => {
  const map = { Global: 'multilateral' };
  assert.equal(value('code', { from: 'a', map }, { a: 'Global' }), 'multilateral');
  assert.equal(value('code', { from: 'a', map }, { a: 'Else' }), 'Else');
  assert.equal(value('code', { from: 'a', map, otherwise: 'leaveOut' }, { a: 'toString' }), undefined);
  assert.deepEqual(value('codes', { from: 'a.b', separators: ',' }, { a: [{ b: ['x', 'y,x'] }] }), [
    'x',
    'y',
  ]);
  assert.deepEqual(value('codes', { from: 'a', keys: true }, { a: { '1': 0, '2': 0 } }), ['1', '2']);
  const list = [{ code: '111' }, { code: '5', vocabulary: '99' }, { code: '112', vocabulary: '2' }];
  const options = { from: 'list', vocabularies: ['1', '2'], default: '1' };
  assert.deepEqual(value('vocabularyCodes', options, { list }), ['111', '112']);
});

test('participants, places, documents and references from lists of objects', () => {
  const list = [
    { countries: ['BW', 'GM'], year: 2022, what: { en: 'tour' } },
    { organisation: 'UNDP', role: '4' },
    { identifier: 'XM-DAC-1' },
    { role: '1' },
  ];
  const note = { original: 'en', texts: { en: 'tour' } };
  const visit = { role: 'visitor', period: { start: '2022' }, note };
  const house = (name: string) => ({ original: 'und', texts: { und: name } });
  assert.deepEqual(
    value('participantList', { from: 'list', role: 'visitor', roles: { '4': 'implementing' } }, { list }),
    [
      { country: 'BW', ...visit },
      { country: 'GM', ...visit },
      { organisation: house('UNDP'), role: 'implementing' },
      { organisation: house('XM-DAC-1'), identifier: 'XM-DAC-1', role: 'visitor' },
    ],
  );
  assert.deepEqual(
    value('places', { from: 'p' }, { p: [{ name: 'Kabul', point: '34.5 69.2' }, { point: 'x' }] }),
    [{ name: house('Kabul'), latitude: 34.5, longitude: 69.2 }],
  );
  assert.deepEqual(
    value('files', { from: 'f' }, { f: [{ url: 'http://x.org/a b.pdf', title: 'T' }, { url: 'no' }] }),
    [{ url: 'http://x.org/a%20b.pdf', title: 'T' }],
  );
  const entries = [{ from: 'a', register: 'practice' }, { from: 'b' }];
  assert.deepEqual(value('references', { entries }, { a: 'x', b: ['A  1', 'A 1'] }), [
    { register: 'practice', id: 'x' },
    { id: 'A 1' },
  ]);
});

test('marks of doubt: named fields, a whole record, single items', () => {
  const options = { fields: 'f', mark: 'm', items: ['list'] };
  assert.deepEqual(value('unverified', options, { f: ['website'], m: true }), ['website']);
  assert.deepEqual(value('unverified', options, { m: true, list: [{}, { unverified: true }] }), [
    '*',
    'list.1',
  ]);
  assert.equal(value('unverified', options, {}), undefined);
});
