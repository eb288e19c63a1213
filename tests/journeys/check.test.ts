import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Hono } from 'hono';
import { interfaceLanguages } from '../../src/kernel/language-tag.ts';
import { assertDescribed } from '../fixtures/described.ts';
import { goodActivity, iatiFile } from '../fixtures/iati-specimens.ts';
import { joinedDoors } from '../fixtures/joined-doors.ts';
import { southbridge } from '../fixtures/running-house.ts';
import { type SmallOffice, smallOffice } from '../fixtures/small-office.ts';

// One engine, three doors: whoever has an IATI file checked hears the same, from the API, on the page and at the console.

const good = iatiFile(goodActivity);
const bad = iatiFile(
  goodActivity.replace('code="2"/>', 'code="22"/>').replace('14030"', '14030" percentage="50"'),
);
const folder = await mkdtemp(join(tmpdir(), 'southbridge-check-'));
let office: SmallOffice;
let app: Hono;

before(async () => {
  office = await smallOffice();
  app = joinedDoors(office);
});
after(async () => {
  await office.log.close();
  await rm(folder, { recursive: true, force: true });
});

interface Said {
  readonly valid: boolean;
  readonly records: number;
  readonly errors: number;
  readonly warnings: number;
  readonly layers: Readonly<Record<string, object>>;
  readonly findings: readonly {
    readonly layer: string;
    readonly rule: string;
    readonly line: number;
    readonly message: string;
  }[];
}

/** What was said in an answer that OpenAPI describes. */
async function saidIn(answer: Response): Promise<Said> {
  return JSON.parse(await answer.text());
}

async function validate(body: string | Uint8Array<ArrayBuffer>, type = 'application/xml', question = '') {
  const headers = { 'content-type': type };
  const answer = await app.request(`/api/validate${question}`, { method: 'POST', headers, body });
  await assertDescribed('POST', '/api/validate', answer.clone());
  return answer;
}

async function upload(text: string, lang = 'en', headers: Readonly<Record<string, string>> = {}) {
  const body = new FormData();
  body.append('file', new File([text], 'activités.xml'));
  return app.request(`/${lang}/check`, { method: 'POST', headers, body });
}

test('the API says of a file what is wrong, where, by which rule, and how to mend it', async () => {
  const answer = await validate(bad);
  assert.equal(answer.status, 200);
  const said = await saidIn(answer);
  assert.deepEqual([said.valid, said.records, said.errors, said.warnings], [false, 1, 2, 0]);
  assert.deepEqual(
    said.findings.map(({ layer, rule, line }) => [layer, rule, line]),
    [
      ['codelist', 'ActivityStatus', 9],
      ['rule', '2.1.4', 12],
    ],
  );
  assert.match(said.findings[1]?.message ?? '', /Write 100 or leave the percentage out/);
  assert.deepEqual(said.layers['rule'], { errors: 1, warnings: 0 });
});

test('the API takes packed files, and words findings in the language asked for', async () => {
  const said = await saidIn(await validate(gzipSync(bad), 'application/gzip', '?lang=ar'));
  assert.match(said.findings[0]?.message ?? '', /ليس رمزًا من القائمة ActivityStatus/);
  const fine = await saidIn(await validate(good));
  assert.deepEqual([fine.valid, fine.findings], [true, []]);
});

test('what is no IATI file is a problem with its reason, whatever it is', async () => {
  const refusals: readonly (readonly [string | Uint8Array<ArrayBuffer>, string, number])[] = [
    ['', 'emptyFile', 400],
    ['hello', 'unknownFormat', 415],
    ['<html></html>', 'unknownFormat', 415],
    ['<!DOCTYPE x [<!ENTITY a "b">]><iati-activities/>', 'doctypeRefused', 400],
    ['<iati-activities version="1.05"/>', 'oldStandard', 400],
    [gzipSync(Buffer.alloc(300_000_000)), 'unknownFormat', 415],
  ];
  for (const [body, code, status] of refusals) {
    const answer = await validate(body);
    assert.equal(answer.status, status, code);
    assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/);
    assert.match(await answer.text(), new RegExp(code));
  }
  assert.equal((await validate(good, 'text/plain')).status, 415);
});

test('the page takes a file from anybody and shows its findings by element, in the reader’s language', async () => {
  const answer = await upload(bad, 'fr');
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('cache-control'), 'private, no-store');
  const text = await answer.text();
  assert.match(text, /Le fichier s’écarte de la norme/);
  assert.match(text, /<bdi dir=ltr>iati-activity\/sector<\/bdi> \(1\)/);
  assert.match(text, /Ligne 12/);
  assert.match(text, /Écrivez 100 ou omettez le pourcentage/);
  assert.doesNotMatch(text, /<script/);
  assert.match(await (await upload(good)).text(), /follows the standard: no errors/);
});

test('the report is there for a while as CSV and as a workbook, for whoever has its address', async () => {
  const text = await (await upload(bad)).text();
  const address = /href="?([^ "]+)\.csv/.exec(text)?.[1] ?? '';
  const csv = await app.request(`${address}.csv`);
  assert.match(await csv.text(), /12,XM-DAC-1-A,iati-activity\/sector,Error,Rule,2\.1\.4,/);
  const workbook = await app.request(`${address}.xlsx`);
  assert.equal(
    Buffer.from(await workbook.arrayBuffer())
      .subarray(0, 2)
      .toString(),
    'PK',
  );
  assert.equal((await app.request(`/en/check/${'x'.repeat(22)}.csv`)).status, 404);
});

test('a file from a page elsewhere, no file, and one that is no IATI are refused in words', async () => {
  assert.equal((await upload(good, 'en', { origin: 'https://elsewhere.example' })).status, 403);
  const empty = await upload('');
  assert.equal(empty.status, 400);
  assert.match(await (await upload('<html/>', 'es')).text(), /iati-activities, iati-organisations/);
});

test('a file that breaks off has no verdict; what was found before that is told', async () => {
  const second = goodActivity.replaceAll('XM-DAC-1-A', 'XM-DAC-1-B');
  const cut = iatiFile(goodActivity + second).slice(0, -200);
  const page = await (await upload(cut)).text();
  assert.match(page, /role=alert><p dir=auto>The file could not be read to its end, so there is no verdict/);
  assert.match(page, /Nothing wrong was found before that/);
  assert.doesNotMatch(page, /leaves the standard\.<|follows the standard|0 errors/);
  const faulty = iatiFile(goodActivity.replace('code="2"/>', 'code="22"/>') + second).slice(0, -200);
  const found = await (await upload(faulty)).text();
  assert.match(found, /no verdict on it\. What was found before that stands below[\s\S]*Code list: 1 error/);
});

test('a file that is not taken comes back to the form, which says why in the language of the page', async () => {
  const refused = await upload('<html/>', 'fr');
  const page = await refused.text();
  assert.equal(refused.status, 400);
  assert.match(page, /role=alert><p class=error dir=auto>[^<]*iati-activities, iati-organisations/);
  assert.match(page, /<form method=post enctype="multipart\/form-data" action="\/fr\/check">/);
  const early = await upload('<?xml version="1.0"?><iati-activities version="2.03"', 'pt');
  assert.equal(early.status, 400);
  assert.match(await early.text(), /role=alert>[\s\S]*action="\/pt\/check"/);
});

test('the form is light in every language', async () => {
  for (const lang of interfaceLanguages) {
    const page = await app.request(`/${lang}/check`);
    assert.equal(page.status, 200);
    const bytes = brotliCompressSync(Buffer.from(await page.arrayBuffer())).length;
    assert.ok(bytes <= 13_000, `${lang}: ${bytes}`);
  }
});

test('the console names every finding, writes a workbook, and its exit code says whether there are errors', async () => {
  const path = join(folder, 'bad.xml');
  await writeFile(path, bad);
  const report = join(folder, 'report.xlsx');
  const checked = await southbridge(folder, 'check', path, '--json', '--report', report);
  assert.equal(checked.code, 1);
  const rules = checked.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).rule);
  assert.deepEqual(rules, ['ActivityStatus', '2.1.4']);
  assert.equal((await readFile(report)).subarray(0, 2).toString(), 'PK');
  await writeFile(path, good);
  const fine = await southbridge(folder, 'check', path);
  assert.equal(fine.code, 0);
  assert.match(fine.out, /1 record was held against version 2\.03\. 0 errors, 0 warnings/);
});

test('a newer edition of a code list counts from then on', async () => {
  const path = join(folder, 'good.xml');
  await writeFile(path, good);
  const list = join(folder, 'ActivityStatus.xml');
  await writeFile(
    list,
    '<codelist name="ActivityStatus" complete="1"><metadata/><codelist-items><codelist-item><code>1</code><name><narrative>Planned</narrative></name></codelist-item></codelist-items></codelist>',
  );
  const taken = await southbridge(folder, 'vocabulary', 'update', list);
  assert.match(
    taken.out,
    /^ActivityStatus: edition of \d{4}-\d\d-\d\d, 1 codes \(0 new, 5 no longer there\)/,
  );
  const checked = await southbridge(folder, 'check', path);
  assert.equal(checked.code, 1);
  assert.match(checked.out, /“2” is not a code of the list ActivityStatus/);
  assert.match((await southbridge(folder, 'vocabulary')).out, /ActivityStatus .* 1 codes {2}\(stored here\)/);
});
