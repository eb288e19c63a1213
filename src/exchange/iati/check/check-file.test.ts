import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checked } from '../../../../tests/fixtures/checked.ts';
import { elementTree } from '../../../../tests/fixtures/element-tree.ts';
import { goodActivity, iatiFile } from '../../../../tests/fixtures/iati-specimens.ts';
import { shippedTables } from '../../../vocabulary/iati-tables.ts';
import { defaultLimits } from '../../limits.ts';
import { checkRecord, standardAt } from './check-record.ts';
import type { StandardFinding } from './standard-finding.ts';

const good = goodActivity;
const file = iatiFile;

function briefly(findings: readonly StandardFinding[]): readonly string[] {
  return findings.map(({ layer, rule, path, line }) => `${layer} ${rule} ${path} ${line}`);
}

test('a file that follows the standard gives rise to nothing', async () => {
  const { findings, ...done } = await checked(file(good));
  assert.deepEqual(briefly(findings), []);
  assert.deepEqual(done, { root: 'iati-activities', version: '2.03', records: 1 });
});

test('structure, rules and codes come in one report, in the order of lines, each with its record', async () => {
  const bad = good
    .replace('code="2"/>', 'code="22"/>')
    .replace('type="2" iso-date="2024-01-31"', 'type="2" iso-date="2027-01-31"')
    .replace(
      '<sector code="14030"/>',
      '<sector code="14030" percentage="60"/><sector code="11110" percentage="30" x="1"/>',
    );
  const { findings } = await checked(file(bad));
  assert.deepEqual(briefly(findings), [
    'codelist ActivityStatus iati-activity/activity-status/@code 9',
    'rule 11.1.4 iati-activity/activity-date/@iso-date 10',
    'structure attributeUnknown iati-activity/sector/@x 12',
    'rule 2.1.2 iati-activity/sector/@percentage 12',
  ]);
  assert.deepEqual(findings[0]?.record, { number: 1, identifier: 'XM-DAC-1-A' });
  assert.deepEqual(findings[3]?.params, { got: 90, right: 100 });
});

test('an identifier that stands twice is noticed, however it is typed', async () => {
  const again = good.replace('XM-DAC-1-A', ' xm-dac-1-a ');
  const { findings, records } = await checked(file(good, again));
  assert.equal(records, 2);
  assert.ok(briefly(findings).includes('rule duplicate-identifier iati-activity 14'));
  assert.ok(findings.every(({ record }) => record?.number === 2));
});

test('totals below nothing, unknown currencies and withdrawn codes are findings', async () => {
  const budget = (amount: string, currency: string) =>
    `<budget><period-start iso-date="2024-01-01"/><period-end iso-date="2024-12-31"/><value currency="${currency}" value-date="2024-01-01">${amount}</value></budget>`;
  const bad = good.replace(
    '</iati-activity>',
    `<default-finance-type code="410"/>${budget('-5', 'usd')}</iati-activity>`,
  );
  const { findings } = await checked(file(bad));
  assert.deepEqual(briefly(findings).toSorted(), [
    'codelist Currency iati-activity/budget/value/@currency 13',
    'codelist FinanceType iati-activity/default-finance-type/@code 13',
    'rule negative-total iati-activity/budget/value 13',
  ]);
  const currency = findings.find(({ rule }) => rule === 'Currency');
  assert.deepEqual(currency?.params, { got: 'usd', list: 'Currency', right: 'USD', hinted: 'yes' });
  const finance = findings.find(({ rule }) => rule === 'FinanceType');
  assert.equal(finance?.code, 'codeWithdrawn');
  assert.equal(finance?.severity, 'warning');
});

test('a code outside a list that is not complete is a warning, outside one that is an error', async () => {
  const { findings } = await checked(file(good.replace('code="ML"', 'code="XK1"').replace('14030', '99999')));
  assert.deepEqual(
    findings.map(({ rule, severity, code }) => [rule, severity, code]),
    [
      ['Country', 'warning', 'codeUnusual'],
      ['Sector', 'error', 'codeUnknown'],
    ],
  );
});

test('what is wrong with the root belongs to no record', async () => {
  const { findings } = await checked(file(good).replace('version="2.03"', 'version="2.04" of="x"'));
  assert.deepEqual(briefly(findings), [
    'codelist Version iati-activities/@version 2',
    'structure attributeUnknown iati-activities/@of 2',
  ]);
  assert.ok(findings.every(({ record }) => record === undefined));
});

test('a file that breaks off is judged as far as it could be read, and says why it ended', async () => {
  const cut = file(good, good.replace('1-A', '1-B')).slice(0, -60);
  const { findings, stopped, records } = await checked(cut);
  assert.equal(stopped?.code, 'truncated');
  assert.equal(records, 2);
  assert.deepEqual(findings, []);
});

test('what is no IATI file, or one of version 1, is refused', async () => {
  await assert.rejects(checked('<html/>'), { code: 'unknownFormat' });
  await assert.rejects(checked(''), { code: 'emptyFile' });
  await assert.rejects(checked('<!DOCTYPE a><a/>'), { code: 'doctypeRefused' });
  await assert.rejects(checked('<iati-activities version="1.05"/>'), { code: 'oldStandard' });
});

test('a record too large to be held has its structure checked all the same', async () => {
  const bad = good.replace('<sector code="14030"/>', '<sector code="14030" x="1"/>');
  const { findings } = await checked(file(bad, good), { limits: { ...defaultLimits, rowCharacters: 300 } });
  assert.deepEqual(
    findings.map(({ code, record }) => [code, record?.number]),
    [
      ['recordTooLarge', 1],
      ['attributeUnknown', 1],
      ['recordTooLarge', 2],
    ],
  );
});

test('a record by itself is judged as in its file, wherever the file is cut into pieces', async () => {
  const bad = good
    .replace('type="10"', 'type="10" our:x="1"')
    .replace('code="2"/>', 'code="22"/>text')
    .replace('<sector code="14030"/>', '<sector code="1"/><title/>');
  const text = file(bad).replace('<iati-activities', '<iati-activities xmlns:our="urn:ours"');
  const root = elementTree(text);
  const [record] = root.children;
  assert.ok(record !== undefined);
  const standard = standardAt('2.03', shippedTables, '2026-06-01T12:00:00Z');
  const alone = checkRecord(record, standard, root.attributes);
  assert.ok(alone.length >= 5);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 700 }), async (piece) => {
      const { findings } = await checked(text, { piece });
      assert.deepEqual(
        findings.map(({ record: _, ...rest }) => rest),
        alone,
      );
    }),
    { numRuns: 20 },
  );
});
