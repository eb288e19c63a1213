import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Kept } from '../../lifecycle/revision.ts';
import { defaultLimits } from '../limits.ts';
import { keptDocument } from './internal/kept.ts';
import { readIati } from './read-iati.ts';
import { sameKept } from './same-kept.ts';

async function keptIn(text: string): Promise<Kept> {
  const bytes = Buffer.from(text);
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
  }
  const file = { name: 'x.xml', size: bytes.length, bytes: pieces };
  for await (const { kept } of readIati(file, defaultLimits, { keep: true })) {
    assert.ok(kept !== undefined);
    return kept;
  }
  throw new Error('no record');
}

function activity(inside: string, root = 'version="2.03"', attributes = ''): string {
  return `<iati-activities ${root}><iati-activity${attributes}>${inside}</iati-activity></iati-activities>`;
}

const plain = '<iati-identifier>A-1</iati-identifier><title><narrative>Water</narrative></title>';
const result = '<result type="1"><title><narrative>Wells</narrative></title></result>';

test('the whole record is kept as it stood, under the root it stood under', async () => {
  const source = `<iati-activity x:y="a &amp; b"><!-- said --><iati-identifier>A-1</iati-identifier>\n ${result} </iati-activity>`;
  const kept = await keptIn(
    `<?xml version="1.0"?><iati-activities version="2.02" xmlns:x="urn:x" xmlns:z="urn:z" generated-datetime="2020-01-01T00:00:00Z">\n${source}\n</iati-activities>`,
  );
  assert.deepEqual(keptDocument(kept), {
    root: ['version', '2.02', 'xmlns:x', 'urn:x'],
    source,
    inOrder: true,
  });
});

test('a record whose parts stand in another order than the standard’s is marked', async () => {
  const swapped = activity(`${plain}<sector code="11110"/><location/>`);
  assert.equal(keptDocument(await keptIn(swapped)).inOrder, false);
  assert.equal(
    keptDocument(await keptIn(activity(`${plain}<location/><sector code="11110"/>`))).inOrder,
    true,
  );
});

for (const [what, a, b] of [
  ['white space', activity(plain + result), activity(`\n  ${plain}\n\n${result.replaceAll('><', '> <')}`)],
  ['the order of parts', activity(plain + result), activity(result + plain)],
  [
    'version and time of the file',
    activity(plain),
    activity(plain, 'version="2.01" generated-datetime="2020-01-01"'),
  ],
  [
    'prefixes',
    activity(`${plain}<a:more b="1"/>`, 'xmlns:a="urn:x"'),
    activity(`${plain}<c:more b="1"/>`, '', ' xmlns:c="urn:x"'),
  ],
  ['where the language is named', activity(plain, 'xml:lang="fr"'), activity(plain, '', ' xml:lang="fr"')],
  [
    'how contacts are given, which not everybody sees',
    activity(plain),
    activity(`${plain}<contact-info><email>a@example.org</email></contact-info>`),
  ],
] as const) {
  test(`two sources that differ in ${what} say the same`, async () => {
    assert.equal(sameKept(await keptIn(a), await keptIn(b)), true);
  });
}

for (const [what, a, b] of [
  ['a word', activity(plain + result), activity(plain + result.replace('Wells', 'Springs'))],
  [
    'an attribute that no field holds',
    activity(plain, '', ' hierarchy="1"'),
    activity(plain, '', ' hierarchy="2"'),
  ],
  ['a part said twice', activity(plain + result), activity(plain + result + result)],
  [
    'a foreign element',
    activity(`${plain}<a:b/>`, 'xmlns:a="urn:x"'),
    activity(`${plain}<a:b/>`, 'xmlns:a="urn:y"'),
  ],
] as const) {
  test(`two sources that differ in ${what} do not say the same`, async () => {
    assert.equal(sameKept(await keptIn(a), await keptIn(b)), false);
  });
}
