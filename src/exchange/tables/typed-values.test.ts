import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { interfaceLanguages } from '../../kernel/language-tag.ts';
import { labelLists } from '../../vocabulary/all-lists.ts';
import { countries } from '../../vocabulary/countries.ts';
import { languages } from '../../vocabulary/languages.ts';
import { codeLabel, codeNamed, codesNamed } from './code-names.ts';
import { typedDate } from './typed-date.ts';
import { typedNumber } from './typed-number.ts';

test('dates are understood in the usual written forms of seven languages', () => {
  const day = '2019-03-07';
  for (const text of [
    '2019-03-07',
    '2019/3/7',
    '7.3.2019',
    '7 March 2019',
    'March 7th, 2019',
    '7 mars 2019',
    '7 de marzo de 2019',
    '7 de março de 2019',
    '7 марта 2019 г.',
    '2019年3月7日',
    '٧ مارس ٢٠١٩',
    '07.03.2019',
    '2019-03-07T00:00:00.000Z',
  ])
    assert.deepEqual(typedDate(text), { date: day }, text);
  for (const text of ['2019-03', '03/2019', 'mars 2019', 'Mar 2019', '2019年3月', 'март 2019'])
    assert.deepEqual(typedDate(text), { date: '2019-03' }, text);
  assert.deepEqual(typedDate('٢٠١٩'), { date: '2019' });
  assert.deepEqual(typedDate('13/04/2020'), { date: '2020-04-13' });
  assert.deepEqual(typedDate('04/13/2020'), { date: '2020-04-13' });
  assert.deepEqual(typedDate('04/04/2020'), { date: '2020-04-04' });
});

test('a date that can be read in two ways is not read in one', () => {
  assert.deepEqual(typedDate('03/04/2020'), { either: ['2020-04-03', '2020-03-04'] });
  for (const text of ['spring 2020', '31/02/2020', '20224', '20224-01-01', '2019-13', 'March', '7 March', ''])
    assert.deepEqual(typedDate(text), { none: true }, text);
});

test('numbers are understood with decimal commas and thousands apart, and not guessed at', () => {
  const read: [string, number][] = [
    ['1234,5', 1234.5],
    ['1 234,5', 1234.5],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1.234.567', 1_234_567],
    ["1'234'567.8", 1_234_567.8],
    ['١٢٫٥', 12.5],
    ['−3', -3],
    ['0.125', 0.125],
    ['1e5', 100_000],
    ['1 234 567', 1_234_567],
  ];
  for (const [text, number] of read) assert.deepEqual(typedNumber(text), { number }, text);
  assert.deepEqual(typedNumber('1,500'), { either: [1.5, 1500] });
  assert.deepEqual(typedNumber('1.500'), { either: [1.5, 1500] });
  for (const text of ['7 or 8', '', 'NaN', '1,2,3', '١٢٫٥٫٣', '0x10'])
    assert.deepEqual(typedNumber(text), { none: true }, text);
});

test('what is written as a date or a number is read as that date or number', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
      const read = typedNumber(String(number));
      assert.ok('none' in read === false, String(number));
      assert.ok('either' in read ? read.either.includes(number) : read.number === number);
    }),
  );
});

const lists = [...labelLists, countries, languages];

test('every code of every list is found again by what it is called in a cell, in seven languages', () => {
  for (const list of lists) {
    for (const lang of interfaceLanguages) {
      for (const code of list.entries.keys()) {
        const label = codeLabel(list, code, lang);
        assert.equal(codeNamed(list, label), code, `${list.name} ${lang} ${label}`);
        assert.deepEqual(
          codesNamed(list, `${label}; ${code}`),
          [code, code],
          `${list.name} ${lang} ${label}`,
        );
      }
    }
  }
});

test('a code with the name of another is no code', () => {
  const list = labelLists.find(({ name }) => name === 'sector') ?? lists[0];
  assert.ok(list);
  const [first, second] = [...list.entries.values()];
  assert.ok(first && second);
  assert.equal(codeNamed(list, `${first.code} ${second.names['en']}`), undefined);
  assert.equal(codeNamed(list, `  ${first.names['fr']?.toUpperCase()} `), first.code);
  assert.equal(codeNamed(countries, 'Viet Nam'), 'VN');
  assert.equal(codeNamed(countries, 'Latin America'), undefined);
  assert.equal(codeNamed(countries, 'constructor'), undefined);
});
