import assert from 'node:assert/strict';
import { test } from 'node:test';
import { structureProblems } from '../../../../../tests/fixtures/structure-problems.ts';
import { rootShape } from '../../standard/shape.ts';
import { isOfType } from './data-types.ts';

const beginning = `<iati-identifier>XM-1-A</iati-identifier>
<reporting-org ref="XM-1" type="10"><narrative>Ministry</narrative></reporting-org>
<title><narrative>Wells</narrative></title>
<description><narrative>Wells for ten villages</narrative></description>
<participating-org role="1" ref="XM-1"/>
<activity-status code="2"/>
<activity-date type="1" iso-date="2024-01-31"/>`;

function problemsOf(inside: string, root = '<iati-activities version="2.03">'): readonly string[] {
  const text = `${root}\n<iati-activity>${inside}</iati-activity></iati-activities>`;
  return structureProblems(text, rootShape('iati-activities', '2.03')).map(
    ({ code, path, attribute, line, params }) =>
      [code, path.at(-1), attribute, line, params['right']].filter((part) => part !== undefined).join(' '),
  );
}

test('an activity with what the standard asks for is whole', () => {
  assert.deepEqual(problemsOf(beginning), []);
});

test('what is missing at the end is asked of the parent, what is missing on the way of whoever came too early', () => {
  assert.deepEqual(problemsOf(beginning.replace(/<activity-date.*/, '')), [
    'elementsMissing iati-activity 2 activity-date',
  ]);
  assert.deepEqual(problemsOf(beginning.replace(/<title.*/, '')), ['elementsExpected description 5 title']);
});

test('an element that comes too late is blamed once, not twice', () => {
  const title = '<title><narrative>Wells</narrative></title>';
  const late = beginning.replace(`${title}\n`, '') + title;
  assert.deepEqual(problemsOf(late), ['elementsExpected description 4 title']);
  assert.deepEqual(problemsOf(`${beginning}<tag code="1" vocabulary="2"/><sector code="14030"/>`), [
    'elementMisplaced sector 8 tag',
  ]);
});

test('what may stand once is not taken twice', () => {
  const scope = '<activity-scope code="4"/>';
  assert.deepEqual(problemsOf(beginning + scope + scope), ['elementRepeated activity-scope 8']);
});

test('what nobody knows is named, with what could stand there', () => {
  const [problem = ''] = problemsOf(`${beginning}<sectors code="1"/>`);
  assert.match(problem, /^elementUnknown sectors 8 iati-identifier, reporting-org, title/);
  assert.deepEqual(problemsOf(`${beginning}<sector code="1" kind="2"/>`), [
    'attributeUnknown sector kind 8 vocabulary, code, percentage, vocabulary-uri',
  ]);
});

test('an attribute that must stand is asked for, and each must be of its type', () => {
  assert.deepEqual(problemsOf(beginning.replace(' iso-date="2024-01-31"', '')), [
    'attributeMissing activity-date iso-date 8 iso-date',
  ]);
  assert.deepEqual(problemsOf(beginning.replace('2024-01-31', '2024-02-30')), [
    'valueOfType activity-date iso-date 8 date',
  ]);
});

test('a text where only elements may stand is noticed, a value that is no number likewise', () => {
  assert.deepEqual(problemsOf(beginning.replace('<title>', '<title>Wells')), ['textNotAllowed title 4']);
  const value = '<budget><period-start iso-date="2024-01-01"/><period-end iso-date="2024-12-31"/>';
  const amount = (text: string) => `<value value-date="2024-01-01">${text}</value></budget>`;
  assert.deepEqual(problemsOf(beginning + value + amount('1,000')), ['valueOfType value 8 decimal']);
  assert.deepEqual(problemsOf(beginning + value + amount(' 1000.50 ')), []);
  assert.deepEqual(problemsOf(beginning + value + amount('<b/>')), [
    'elementNotAllowed value 8 decimal',
    'valueOfType value 8 decimal',
  ]);
});

test('elements of other namespaces stand behind all others, and nobody looks into them', () => {
  const root = '<iati-activities version="2.03" xmlns:our="urn:ours">';
  const extra = '<our:note kind="x">any <b>thing</b></our:note>';
  assert.deepEqual(problemsOf(beginning + extra, root), []);
  assert.deepEqual(problemsOf(`${beginning}${extra}<sector code="1"/>`, root), [
    'elementBehindForeign sector 8',
  ]);
  assert.deepEqual(problemsOf(`${beginning}<note xmlns="urn:ours"><title/></note>`), []);
});

test('attributes of other namespaces are welcome where the standard lets them in', () => {
  const root = '<iati-activities version="2.03" xmlns:our="urn:ours">';
  assert.deepEqual(problemsOf(`${beginning}<sector code="1" our:checked="yes"/>`, root), []);
  assert.deepEqual(problemsOf(`${beginning}<related-activity ref="a" type="1" our:checked="yes"/>`, root), [
    'attributeUnknown related-activity our:checked 8 ref, type',
  ]);
  assert.deepEqual(problemsOf(`${beginning}<sector code="1" our:checked="yes"/>`), [
    'prefixUndeclared sector our:checked 8',
  ]);
});

test('values are judged as XML Schema judges them', () => {
  const good: readonly (readonly [Parameters<typeof isOfType>[1], string])[] = [
    ['date', '2024-02-29'], ['date', ' 2024-01-01Z '], ['date', '-0044-03-15'], ['date', '2024-01-01+14:00'],
    ['dateTime', '2024-01-01T24:00:00'], ['dateTime', '2024-01-01T10:00:00.5-03:00'],
    ['decimal', '.5'], ['decimal', '+1.'], ['boolean', '0'], ['int', '-2147483648'],
    ['positiveInteger', '+007'], ['nonNegativeInteger', '-0'], ['language', ''], ['language', 'zh-Hans'],
    ['anyURI', ''], ['anyURI', 'http://example.org/a b?q=é#f'], ['anyURI', 'a/b'], ['NMTOKEN', '-a.b'],
  ]; // biome-ignore format: a list of cases
  const bad: typeof good = [
    ['date', '2023-02-29'],
    ['date', '0000-01-01'],
    ['date', '02024-01-01'],
    ['date', '2024-1-1'],
    ['dateTime', '2024-01-01'],
    ['dateTime', '2024-01-01T24:00:01'],
    ['dateTime', '2024-01-01T10:00:60'],
    ['decimal', ''],
    ['decimal', '1e3'],
    ['decimal', '1 000'],
    ['boolean', 'yes'],
    ['int', '2147483648'],
    ['positiveInteger', '0'],
    ['nonNegativeInteger', '-1'],
    ['language', 'fr_FR'],
    ['anyURI', '1http://x'],
    ['anyURI', 'http://x:8a/'],
    ['anyURI', '%zz'],
    ['anyURI', 'a#b#c'],
    ['NMTOKEN', 'a b'],
  ];
  for (const [type, text] of good) assert.ok(isOfType(text, type), `${type} ${text}`);
  for (const [type, text] of bad) assert.ok(!isOfType(text, type), `${type} ${text}`);
});
