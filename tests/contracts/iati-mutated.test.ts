import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { keptDocument, keptTree } from '../../src/exchange/iati/internal/kept.ts';
import { withoutParts } from '../../src/exchange/iati/internal/without-parts.ts';
import { readIati } from '../../src/exchange/iati/read-iati.ts';
import { sameKept } from '../../src/exchange/iati/same-kept.ts';
import { defaultLimits } from '../../src/exchange/limits.ts';
import { elementText } from '../../src/exchange/xml/write-xml.ts';
import { Fault } from '../../src/kernel/fault.ts';
import { fileOf } from '../fixtures/taking-in.ts';

// Files that were damaged in every way: each is read or refused, never anything else; and what was kept of a record can
// be read again, compared and written.

const good = `<?xml version="1.0" encoding="UTF-8"?>
<iati-activities version="2.03" xmlns:x="urn:x" xml:lang="fr"><!-- a comment -->
<iati-activity default-currency="USD" x:a="1"><iati-identifier>ML-1</iati-identifier>
<reporting-org ref="ML-GOV" type="10"><narrative>Mali</narrative></reporting-org>
<title><narrative xml:lang="en">Wells &amp; pumps</narrative><narrative>Puits</narrative></title>
<description type="1"><narrative><![CDATA[a < b]]></narrative></description>
<participating-org role="1" ref="ML-GOV"/><activity-status code="2"/><activity-date type="2" iso-date="2019-02-01"/>
<contact-info><email>a@example.org</email></contact-info><recipient-country code="ML" percentage="100"/>
<location><name><narrative>Gao</narrative></name><point srsName="x"><pos>16.27 -0.05</pos></point></location>
<sector code="14030"/><tag vocabulary="2" code="6"/><collaboration-type code="8"/>
<budget><period-start iso-date="2019-01-01"/><period-end iso-date="2019-12-31"/><value value-date="2019-01-01">10</value></budget>
<transaction><transaction-type code="3"/><transaction-date iso-date="2019-05-01"/><value value-date="2019-05-01">5.5</value></transaction>
<document-link url="https://example.org/a" format="text/html"><title><narrative>A</narrative></title></document-link>
<result type="1"><title><narrative>R</narrative></title></result><x:own><x:b/></x:own></iati-activity>
</iati-activities>`;

const pieces = [
  ...[
    '<',
    '>',
    '"',
    "'",
    '&',
    '/',
    '\u0000',
    '\ufffe',
    ']]>',
    '<![CDATA[',
    '<!--',
    '-->',
    '<?x',
    '?>',
    '&#0;',
    '&#x41;',
  ],
  ...[
    '<contact-info>',
    '</contact-info>',
    '<iati-activity>',
    '</iati-activity>',
    '<!DOCTYPE a>',
    ' xmlns:x="y"',
    ' xml:lang="',
    '\r\n',
  ],
  ...[
    'southbridge:id="wells" ',
    'southbridge:made="element" ',
    '2024-13-45',
    '1e999',
    '-',
    '٤',
    '９',
    '\u202e',
  ],
];

type Mutation = readonly [
  kind: 'cut' | 'drop' | 'insert' | 'double' | 'swap',
  at: number,
  length: number,
  piece: string,
];

const mutation: fc.Arbitrary<Mutation> = fc.tuple(
  fc.constantFrom('cut', 'drop', 'insert', 'double', 'swap'),
  fc.nat(good.length),
  fc.integer({ min: 1, max: 120 }),
  fc.constantFrom(...pieces),
);

function mutated(text: string, [kind, at, length, piece]: Mutation): string {
  const [before, there, after] = [text.slice(0, at), text.slice(at, at + length), text.slice(at + length)];
  if (kind === 'cut') return before;
  if (kind === 'drop') return before + after;
  if (kind === 'insert') return before + piece + there + after;
  return kind === 'double' ? before + there + there + after : before + after + there;
}

/** No answer takes longer, and all together leave no more memory behind. */
const longestMs = 5_000;
const mostGrowth = 256_000_000;

async function readsOrRefuses(text: string): Promise<void> {
  const begun = performance.now();
  try {
    for await (const { kept } of readIati(fileOf('m.xml', text), defaultLimits, { keep: true })) {
      assert.ok(kept !== undefined);
      const { source } = keptDocument(kept);
      const { record } = keptTree(kept);
      assert.ok(sameKept(kept, kept));
      assert.ok(elementText(record).startsWith(`<${record.name}`));
      const open = withoutParts(source, new Set(['contact-info']));
      assert.ok(
        open === undefined ||
          !/<contact-info[\s/>]/.test(open.replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>/g, '')),
      );
    }
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
  }
  const took = performance.now() - begun;
  assert.ok(took < longestMs, `took ${Math.round(took)} ms`);
}

test('2,000 damaged files are read or refused, and what was kept of them can be used', async () => {
  const before = process.memoryUsage.rss();
  await fc.assert(
    fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 4 }), async (mutations) => {
      await readsOrRefuses(mutations.reduce(mutated, good));
    }),
    { numRuns: 2_000 },
  );
  const growth = process.memoryUsage.rss() - before;
  assert.ok(growth < mostGrowth, `grew by ${Math.round(growth / 1e6)} MB`);
});
