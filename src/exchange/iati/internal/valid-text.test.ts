import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { schemaErrors } from '../../../../tests/fixtures/iati-schemas.ts';
import { kinds } from './record-kinds.ts';
import { validText } from './valid-text.ts';

const [activities = assert.fail()] = kinds;
const date = '<activity-date type="2" iso-date="2019-02-01"/>';
const sum = '<value value-date="2019-05-01">5</value>';
const paid = `<transaction><transaction-type code="3"/><transaction-date iso-date="2019-05-01"/>${sum}</transaction>`;

function record(more: string, title = '<title><narrative>Wells</narrative></title>', about = title): string {
  const description = about === '' ? '' : about.replaceAll('title>', 'description>');
  return `<iati-activity xmlns:x="urn:x" x:a="1"><iati-identifier>ML-1</iati-identifier><reporting-org ref="ML" type="10"><narrative>Mali</narrative></reporting-org>${title}${description}<participating-org role="1" ref="ML"/><activity-status code="2"/>${date}${more}</iati-activity>`;
}

const fileOf = (text: string) =>
  `<iati-activities version="2.03" xmlns:southbridge="urn:s">${text}</iati-activities>`;

test('a record in which nothing is wrong is the very same text', () => {
  const good = record(`<recipient-country code="ML"/><sector code="14030"/>${paid}<x:own><x:b/></x:own>`);
  assert.equal(validText(good, activities), good);
});

test('what the standard does not let stand is left out and named, an element as a whole; the rest stays', () => {
  const bad = record(
    `<sector code="14030" colour="blue"/>${paid}${paid.replace('2019-05-01', '48000')}<wells>12</wells><budget type="x"/>`,
  );
  const text = validText(bad, activities) ?? '';
  assert.match(text, /^<!-- not valid, left out: sector\/@colour, transaction, wells, budget -->/);
  assert.match(text, /<sector code="14030"\/>/);
  assert.equal(text.split('<transaction>').length, 2);
  assert.deepEqual(schemaErrors('activities', fileOf(text)) ?? [], []);
});

test('a description that is missing is the title, marked; a record without a title cannot be published', () => {
  const text = validText(record('<sector code="14030"/>', undefined, ''), activities) ?? '';
  assert.match(text, /<description southbridge:made="element"><narrative>Wells<\/narrative><\/description>/);
  assert.deepEqual(schemaErrors('activities', fileOf(text)) ?? [], []);
  assert.equal(validText(record('', ''), activities), undefined);
});

test('whatever is torn out of a record or doubled in it, what is left is valid', () => {
  const whole = record(`<recipient-country code="ML" percentage="40"/><sector code="14030"/>${paid}`);
  const pieces = whole.match(/<[^>]*\/>|<narrative>[^<]*<\/narrative>| [\w:-]+="[^"]*"/g) ?? [];
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...pieces), fc.boolean()), { maxLength: 4 }), (changes) => {
      const changed = changes.reduce(
        (text, [piece, twice]) =>
          text.replace(piece, () => (piece.startsWith('<') && twice ? piece + piece : '')),
        whole,
      );
      const text = validText(
        changed.includes('xmlns:x') ? changed : changed.replace(' x:a="1"', ''),
        activities,
      );
      if (text !== undefined) assert.deepEqual(schemaErrors('activities', fileOf(text)) ?? [], [], text);
    }),
    { numRuns: 200 },
  );
});
