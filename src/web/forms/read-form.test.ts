import assert from 'node:assert/strict';
import { test } from 'node:test';
import { submittedBy } from '../../../tests/fixtures/submitted.ts';
import { langText } from '../../kernel/lang-text.ts';
import { activity } from '../../registers/activity.ts';
import { translator } from '../../wording/messages.ts';
import { readForm } from './read-form.ts';
import { recordForm } from './record-form.ts';

const read = (typed: Record<string, string>) => readForm(activity, new URLSearchParams(typed));
const values = (typed: Record<string, string>) => read(typed).values;
const sources = [{ title: 'A' }, { title: 'B' }, { title: 'C' }];
const people = { value: 7, unit: langText('en', 'people'), basis: 'counted' };

/** The form of a record as it would be sent, with some inputs changed. */
function changed(record: Record<string, unknown>, changes: Record<string, string>) {
  const body = submittedBy(
    String(recordForm(translator('en'), { register: activity, values: record, findings: [] })),
  );
  for (const [name, text] of Object.entries(changes)) body.set(name, text);
  return readForm(activity, body).values;
}

test('nothing typed is nothing said, spaces included', () => {
  assert.deepEqual(read({ 'title.en': '  ', 'title.en.lang': 'en', 'dates.start': '', 'sdgs.0': '' }), {
    values: {},
    more: {},
    asksForMore: false,
  });
});

test('a row of a text counts as the language that was chosen for it, the first filled one as the original', () => {
  assert.deepEqual(values({ 'title.en': 'Eau', 'title.en.lang': 'fr' }), { title: langText('fr', 'Eau') });
  assert.deepEqual(
    values({ 'title.en': '', 'title.fr': 'Eau', 'title.pt': 'Água', 'title.original': 'en' }),
    { title: langText('fr', 'Eau', { pt: 'Água' }) },
  );
  assert.deepEqual(values({ 'title.fr': 'Eau', 'title.pt': 'Água', 'title.original': 'pt' }), {
    title: langText('pt', 'Água', { fr: 'Eau' }),
  });
});

test('two texts for which one language was chosen are both kept, the second under no language', () => {
  const { title } = values({ 'title.en': 'Water', 'title.fr': 'Eau', 'title.fr.lang': 'en' });
  assert.deepEqual(title, { original: 'en', texts: { en: 'Water', 'en-': 'Eau' } });
});

test('what is typed wrong stays the text that it is', () => {
  const typed = {
    'dates.start': '31 Febuary',
    'quantities.0.value': '7 or 8',
    'participants.0.country': 'Atlantis',
    'money.0.currency': 'euros',
    'sdgs.0': '99',
  };
  assert.deepEqual(values(typed), {
    dates: { start: '31 Febuary' },
    quantities: [{ value: '7 or 8' }],
    participants: [{ country: 'Atlantis' }],
    money: [{ currency: 'euros' }],
    sdgs: ['99'],
  });
});

test('numbers are read in the digits of any keyboard, thousands apart by spaces; what could be two numbers is none', () => {
  const number = (text: string) => values({ 'money.0.amount': text })['money'];
  for (const [text, amount] of [
    ['1250.5', 1250.5],
    ['١٢٥٠٫٥', 1250.5],
    ['1 250 000', 1_250_000],
    ['1\u202f250', 1250],
    ['−3', -3],
    ['1e3', 1000],
    ['1,250', '1,250'],
    ['0x10', '0x10'],
    ['1e999', '1e999'],
    ['12345678901234567890', '12345678901234567890'],
  ] as const)
    assert.deepEqual(number(text), [{ amount }], text);
});

test('dates are read year first, whatever stands between the parts', () => {
  for (const [text, start] of [
    ['2024', '2024'],
    [' 2024-05 ', '2024-05'],
    ['2024/5/7', '2024-05-07'],
    ['٢٠٢٤-٠٥', '2024-05'],
    ['2023-02-29', '2023-02-29'],
    ['17/05/2024', '17/05/2024'],
  ] as const)
    assert.deepEqual(values({ 'dates.start': text }), { dates: { start } }, text);
});

test('a country may be typed by any of its names, a currency in small letters', () => {
  const typed = { 'places.0.country': 'Côte d’Ivoire', 'money.0.currency': 'xof' };
  assert.deepEqual(values(typed), { places: [{ country: 'CI' }], money: [{ currency: 'XOF' }] });
});

test('a row that is emptied or ticked off is gone, and the others move up', () => {
  const participants = [{ country: 'BR' }, { country: 'SN' }, { country: 'IN' }];
  const left = changed({ participants }, { 'participants.0.remove': '1', 'participants.1.country': '' });
  assert.deepEqual(left, { participants: [{ country: 'IN' }] });
});

test('figures go on pointing at the source that they named; a pointer goes with a source that is taken out', () => {
  const record = { sources, quantities: [0, 1, 2].map((source) => ({ ...people, source })) };
  const left = changed(record, { 'sources.1.remove': '1' });
  assert.deepEqual(left['sources'], [sources[0], sources[2]]);
  assert.deepEqual(left['quantities'], [{ ...people, source: 0 }, people, { ...people, source: 1 }]);
});

test('a figure may point at a source that is typed in the same form', () => {
  const typed = changed(
    { sources, quantities: [people] },
    { 'sources.3.title': 'D', 'quantities.0.source': '3' },
  );
  assert.deepEqual(typed['quantities'], [{ ...people, source: 3 }]);
});

test('a button asks for one more row beside those that are still empty, under the name that the row has now', () => {
  const typed = { 'participants.0.country': '', 'participants.1.country': 'BR', more: 'participants' };
  assert.deepEqual(read(typed).more, { participants: 2 });
  const inside = { ...typed, 'participants.1.organisation.pt': 'ABC', more: 'participants.1.organisation' };
  assert.deepEqual(read(inside), {
    values: { participants: [{ country: 'BR', organisation: langText('pt', 'ABC') }] },
    more: { 'participants.0.organisation': 1 },
    asksForMore: true,
    asked: 'participants.0.organisation',
  });
});

test('Enter in a line has the form shown again and adds no row', () => {
  assert.deepEqual(read({ 'title.en': 'Water', more: '' }), {
    values: { title: langText('en', 'Water') },
    more: {},
    asksForMore: true,
  });
});
