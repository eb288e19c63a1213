import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Fault } from '../../kernel/fault.ts';
import { getRegister } from '../../registers/all-registers.ts';
import type { Incoming, InputFile } from '../incoming.ts';
import { defaultLimits, type InputLimits } from '../limits.ts';
import { readIati } from './read-iati.ts';

function fileOf(content: string | Uint8Array, sizes: readonly number[] = []): InputFile {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return {
    name: 'f.xml',
    size: bytes.length,
    async *bytes(onBytes) {
      let at = 0;
      for (const size of [...sizes, bytes.length]) {
        if (at >= bytes.length) return;
        yield bytes.subarray(at, at + size);
        at = Math.min(bytes.length, at + size);
        onBytes?.(at);
      }
    },
  };
}

async function read(file: InputFile, limits: InputLimits = defaultLimits): Promise<Incoming[]> {
  const items: Incoming[] = [];
  for await (const item of readIati(file, limits)) {
    assert.ok(!('unreadable' in item));
    items.push(item);
  }
  return items;
}

const activities = (inside: string, attributes = 'version="2.03"') =>
  `<?xml version="1.0"?>\n<iati-activities ${attributes}>\n${inside}\n</iati-activities>\n`;
const least = '<iati-identifier>XM-1</iati-identifier><title><narrative>Seeds</narrative></title>';

async function one(inside: string, attributes = 'xml:lang="en" default-currency="USD"'): Promise<Incoming> {
  const text = inside.includes('<iati-identifier>') ? inside : least + inside;
  const [item] = await read(fileOf(activities(`<iati-activity ${attributes}>${text}</iati-activity>`)));
  assert.ok(item !== undefined);
  return item;
}

const codesOf = (item: Incoming) =>
  item.findings.map(({ severity, code, path }) => `${severity} ${code} ${path}`);

test('an activity comes with its place, key, publisher and source text', async () => {
  const item = await one(
    '<iati-identifier> xm-1  a </iati-identifier><reporting-org ref="XM-1"><narrative>Ministry</narrative></reporting-org><title><narrative>Seeds</narrative></title>',
  );
  assert.equal(item.register, 'activity');
  assert.deepEqual(item.place, { unit: 'activity', number: 1, line: 3 });
  assert.deepEqual(item.keys, [{ scheme: 'iati', value: 'XM-1 A' }]);
  assert.equal(item.values['identifier'], 'xm-1  a');
  assert.equal(item.publisher, 'Ministry');
  assert.match(item.raw(), /^<iati-activity xml:lang.*<\/iati-activity>$/s);
  assert.deepEqual(item.findings, []);
});

test('narratives keep their language: their own, else that of the activity, else unknown', async () => {
  const title =
    '<title><narrative>A</narrative><narrative xml:lang="FR">B</narrative><narrative xml:lang="pt_BR"> C&amp;D </narrative></title>';
  const inside = `<iati-identifier>X</iati-identifier>${title}`;
  const item = await one(inside, 'xml:lang="es"');
  assert.deepEqual(item.values['title'], { original: 'es', texts: { es: 'A', fr: 'B', 'pt-BR': 'C&D' } });
  const bare = await one(inside, '');
  assert.deepEqual(bare.values['title'], { original: 'und', texts: { und: 'A', fr: 'B', 'pt-BR': 'C&D' } });
});

test('blank narratives are missing, and the record still comes', async () => {
  const item = await one(
    '<iati-identifier>X</iati-identifier><title>\n<narrative/><narrative xml:lang="fr"> </narrative></title>',
  );
  assert.equal(item.values['title'], undefined);
  assert.deepEqual(codesOf(item), ['warning missing title']);
  assert.equal(item.findings[0]?.place, 'title:3');
});

test('naughty texts arrive as they were written', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), async (text) => {
      const clean = text.replace(/[\p{Cc}\ufffe\uffff\ud800-\udfff]/gu, '').trim();
      fc.pre(clean !== '');
      const escaped = clean.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
      for (const written of [escaped, `<![CDATA[${clean.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`]) {
        const item = await one(
          `<iati-identifier>X</iati-identifier><title><narrative>${written}</narrative></title>`,
        );
        assert.deepEqual(item.values['title'], { original: 'en', texts: { en: clean } });
      }
    }),
    { numRuns: 100 },
  );
  for (const name of ['__proto__', 'constructor', '=1+1', '‮evil', 'a\u0301']) {
    const item = await one(
      `<iati-identifier>${name}</iati-identifier><title><narrative>${name}</narrative></title>`,
    );
    assert.deepEqual(item.values['title'], { original: 'en', texts: { en: name } });
  }
});

test('descriptions go by their type to summary, objective and notes', async () => {
  const d = (type: string, text: string) =>
    `<description${type}><narrative>${text}</narrative></description>`;
  const { values } = await one(d('', 'a') + d(' type="1"', 'b') + d(' type="2"', 'c') + d(' type="3"', 'd'));
  assert.deepEqual(values['summary'], { original: 'en', texts: { en: 'a\n\nb' } });
  assert.deepEqual(values['objective'], { original: 'en', texts: { en: 'c' } });
  assert.deepEqual(values['notes'], { original: 'en', texts: { en: 'd' } });
});

test('a text too long for its field is cut and says so', async () => {
  const item = await one(
    `<iati-identifier>X</iati-identifier><title><narrative>${'x'.repeat(1_500)}</narrative></title>`,
  );
  assert.deepEqual(codesOf(item), ['warning textCut title']);
  const schema = getRegister('activity').fields['title']?.schema;
  assert.equal(schema?.safeParse(item.values['title']).success, true);
});

test('another root, another version and another format are refused by name', async () => {
  const cases: readonly (readonly [string | Uint8Array, string, string?])[] = [
    ['', 'emptyFile'],
    ['  \n', 'emptyFile'],
    ['Hello, this is text.', 'unknownFormat', 'Hello, this is text.'],
    [Buffer.from('PK\u0003\u0004 and so on', 'latin1'), 'unknownFormat', 'PK and so on'],
    ['<?xml version="1.0"?><html><body/></html>', 'unknownFormat', 'html'],
    ['<!DOCTYPE html><html>', 'unknownFormat', 'HTML'],
    [activities('', 'version="1.05"'), 'oldStandard', 'IATI 1.05'],
    [activities('', 'version="3.01"'), 'unknownFormat', 'IATI 3.01'],
    [activities('<iati-activity>'), 'notWellFormed'],
    [activities('').slice(0, -5), 'truncated'],
    [Buffer.from(activities('<iati-activity>é</iati-activity>'), 'latin1'), 'badEncoding'],
  ];
  for (const [content, code, got] of cases) {
    await assert.rejects(read(fileOf(content)), (error: unknown) => {
      assert.ok(error instanceof Fault);
      assert.equal(error.code, code, String(content).slice(0, 60));
      if (got !== undefined) assert.equal(error.params['got'], got);
      assert.equal(error.params['file'], 'f.xml');
      return true;
    });
  }
});

test('records before the place where a file breaks have been given', async () => {
  const given: string[] = [];
  const broken = activities(`<iati-activity>${least}</iati-activity><iati-activity><title>`).slice(0, -25);
  await assert.rejects(
    async () => {
      for await (const item of readIati(fileOf(broken), defaultLimits)) given.push(item.place.unit);
    },
    { code: 'truncated' },
  );
  assert.deepEqual(given, ['activity']);
});

test('one record may not be longer than the limit', async () => {
  const limits = { ...defaultLimits, rowCharacters: 300 };
  const long = `<iati-activity>${'<sector code="1"/>'.repeat(20)}</iati-activity>`;
  for (const sizes of [[], new Array<number>(500).fill(3)]) {
    const content = activities(`<iati-activity>${least}</iati-activity>\n${long}`);
    await assert.rejects(read(fileOf(content, sizes), limits), {
      code: 'rowTooLong',
      params: { file: 'f.xml', line: 4, limit: 300 },
    });
  }
});

test('elements that are kept count for more than their characters: many short ones fill the memory', async () => {
  const limits = { ...defaultLimits, rowCharacters: 2_000 };
  const file = (inside: string) => fileOf(activities(`<iati-activity>${least}${inside}</iati-activity>`));
  await assert.rejects(read(file('<budget/>'.repeat(70)), limits), { code: 'rowTooLong' });
  assert.equal((await read(file('<unkept/>'.repeat(70)), limits)).length, 1);
  assert.equal((await read(file('<budget/>'.repeat(40)), limits)).length, 1);
});

test('where the file is cut into pieces makes no difference', async () => {
  const activity = `<iati-activity xml:lang="fr">${least}<description><narrative>Échange &amp; don — 种子 بذور 🌱</narrative></description>
    <recipient-country code="SN"/><budget><value currency="EUR" value-date="2024-01-01">10</value></budget><result><title>x</title></result></iati-activity>`;
  const content = activities(activity.repeat(3));
  const plain = (items: readonly Incoming[]) => items.map((item) => ({ ...item, raw: item.raw() }));
  const whole = plain(await read(fileOf(content)));
  assert.equal(whole.length, 3);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 60 }), async (sizes) => {
      assert.deepEqual(plain(await read(fileOf(content, sizes))), whole);
    }),
    { numRuns: 60 },
  );
});

test('an organisation comes with its name, kind, totals by year and key', async () => {
  const inside = `<iati-organisation xml:lang="es" default-currency="USD"><organisation-identifier>XM-DAC-46008</organisation-identifier>
    <name><narrative>Banco</narrative></name><reporting-org ref="XM-DAC-46008" type="40"><narrative>CAF</narrative></reporting-org>
    <total-budget><period-start iso-date="2024-01-01"/><period-end iso-date="2024-12-31"/><value value-date="2024-01-01">5</value></total-budget>
    <total-budget><period-start iso-date="2024-04-01"/><period-end iso-date="2025-03-31"/><value currency="EUR">7</value></total-budget></iati-organisation>`;
  const [item] = await read(fileOf(`<iati-organisations version="2.02">${inside}</iati-organisations>`));
  assert.equal(item?.register, 'organisation');
  assert.deepEqual(item?.keys, [{ scheme: 'iati-org', value: 'XM-DAC-46008' }]);
  assert.equal(item?.publisher, 'CAF');
  assert.deepEqual(item?.values['title'], { original: 'es', texts: { es: 'Banco' } });
  const label = (text: string) => ({ original: 'und', texts: { und: text } });
  assert.deepEqual(item?.values['money'], [
    { amount: 5, currency: 'USD', valueDate: '2024-01-01', basis: 'budget', label: label('2024') },
    { amount: 7, currency: 'EUR', basis: 'budget', label: label('2024-04-01/2025-03-31') },
  ]);
  assert.equal(typeof item?.values['type'], 'string');
});
