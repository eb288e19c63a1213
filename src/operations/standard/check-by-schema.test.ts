import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { findSchema } from '../../exchange/iati/check/schema-check.ts';
import type { StandardFinding } from '../../exchange/iati/check/standard-finding.ts';
import { defaultLimits } from '../../exchange/limits.ts';
import { systemClock } from '../../kernel/clock.ts';
import { checkAgainstStandard } from './check-against-standard.ts';

const folder = await mkdtemp(join(tmpdir(), 'southbridge-schemas-'));
after(() => rm(folder, { recursive: true, force: true }));
await mkdir(join(folder, '1.05'));
await writeFile(
  join(folder, '1.05/iati-activities-schema.xsd'),
  `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema"><xsd:element name="iati-activities"><xsd:complexType>
<xsd:sequence><xsd:element name="iati-activity" maxOccurs="unbounded" type="xsd:string"/></xsd:sequence>
<xsd:attribute name="version"/></xsd:complexType></xsd:element></xsd:schema>`,
);

async function judged(text: string) {
  const bytes = Buffer.from(text);
  const file = {
    name: 'old.xml',
    size: bytes.length,
    bytes: async function* () {
      yield bytes;
    },
  };
  const findings: StandardFinding[] = [];
  const house = { limits: defaultLimits, clock: systemClock, schemaFolder: folder };
  const done = await checkAgainstStandard(house, file, (finding) => findings.push(finding));
  return { done, findings };
}

test('an older file is judged by the schema of its version that an administrator has put there', async () => {
  const good = await judged(
    '<iati-activities version="1.05"><iati-activity>a</iati-activity></iati-activities>',
  );
  assert.deepEqual([good.done.schema, good.findings], ['1.05', []]);
  const { findings } = await judged('<iati-activities version="1.05">\n<activity/></iati-activities>');
  assert.deepEqual(
    findings.map(({ code, layer, path, line }) => [code, layer, path, line]),
    [['schemaSays', 'structure', 'activity', 2]],
  );
});

test('a version without a schema is refused as ever, and no version leads out of the folder', async () => {
  await assert.rejects(judged('<iati-activities version="1.04"/>'), { code: 'oldStandard' });
  await assert.rejects(judged('<iati-activities version="1./../1.05"/>'), { code: 'oldStandard' });
  assert.equal(findSchema(folder, '../1.05'), undefined);
});
