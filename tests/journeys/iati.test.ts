import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import type { Hono } from 'hono';
import { checked } from '../fixtures/checked.ts';
import { clientOf } from '../fixtures/client-of.ts';
import { schemaErrors } from '../fixtures/iati-schemas.ts';
import { asks, joinedDoors } from '../fixtures/joined-doors.ts';
import { english, written } from '../fixtures/small-house.ts';
import { type SmallOffice, smallOffice } from '../fixtures/small-office.ts';
import { fileOf, takeIn } from '../fixtures/taking-in.ts';

let office: SmallOffice;
let app: Hono;
const base = { post: 'focal-sn', at: '2024-05-06T07:08:09.000Z' };

async function released(
  recordId: string,
  values: Readonly<Record<string, unknown>>,
  organisation?: string,
  register = 'activity',
  into: SmallOffice = office,
): Promise<void> {
  const entry = written(recordId, values, { register });
  assert.ok(entry.kind === 'revision');
  const country = 'SN';
  const origin = { door: 'form', standing: 'party', country, ...(organisation && { organisation }) } as const;
  const step = { ...base, recordId, register, revision: 1, country, asked: [] };
  await into.log.append([
    { ...entry, revision: { ...entry.revision, origin } },
    { kind: 'event', event: { ...step, type: 'released' } },
  ]);
}

const values = {
  dates: { start: '2019' },
  participants: [
    { country: 'SN', role: 'provider' },
    { country: 'ML', role: 'recipient' },
  ],
  contacts: [{ email: 'secret@example.org' }],
};

before(async () => {
  office = await smallOffice();
  app = joinedDoors(office);
  await released('wells', values, 'Institut des puits');
  await released('salt', values);
  await office.log.append([written('seen', values)]);
  const draft = written('draft', values);
  assert.ok(draft.kind === 'revision');
  const origin = {
    door: 'form',
    standing: 'party',
    country: 'SN',
    organisation: 'Institut des puits',
  } as const;
  await office.log.append([{ ...draft, revision: { ...draft.revision, origin } }]);
});

async function fileAt(path: string, headers: Readonly<Record<string, string>> = {}): Promise<string> {
  const answer = await asks(app, path, { headers });
  assert.equal(answer.status, 200, path);
  return answer.text();
}

/** The list as the typed client gives it. */
async function filesOf(doors: Hono) {
  return (await clientOf(doors).iatiList()).data.files;
}

function idsIn(file: string): readonly string[] {
  return [...file.matchAll(/southbridge:id="([^"]*)"/g)].map(([, id = '']) => id);
}

test('each side publishes what it has released, under its own name, and nothing else', async () => {
  const institute = await fileAt('/iati/sn-institut-des-puits/activities.xml');
  assert.deepEqual(idsIn(institute), ['wells']);
  assert.match(
    institute,
    /<reporting-org ref="SN-INSTITUT-DES-PUITS" type="90"><narrative xml:lang="und">Institut des puits/,
  );
  const country = await fileAt('/iati/sn/activities.xml');
  assert.deepEqual(idsIn(country), ['salt']);
  assert.match(country, /<reporting-org ref="SN" type="10"><narrative xml:lang="en">Office of focal-sn/);
  for (const file of [institute, country]) {
    assert.doesNotMatch(file, /secret@example/);
    assert.deepEqual(schemaErrors('activities', file) ?? [], []);
    const { findings } = await checked(file);
    assert.deepEqual(
      findings.filter(({ severity }) => severity === 'error'),
      [],
    );
  }
});

test('a publisher that has released nothing has no file', async () => {
  for (const path of ['/iati/br/activities.xml', '/iati/sn-seen/organisation.xml'])
    assert.equal((await asks(app, path)).status, 404, path);
});

test('the organisation file names the publisher, and its identifier once it has released it', async () => {
  const before = await fileAt('/iati/sn-institut-des-puits/organisation.xml');
  assert.match(before, /<organisation-identifier>SN-INSTITUT-DES-PUITS<\/organisation-identifier>/);
  assert.deepEqual(schemaErrors('organisations', before) ?? [], []);
  const identifier = 'SN-NINEA-12345';
  const title = english('Institut des puits');
  await released(
    'institut',
    { title, identifier, country: 'SN', type: 'university' },
    'Institut des puits',
    'organisation',
  );
  const after = await fileAt('/iati/sn-institut-des-puits/organisation.xml');
  assert.match(after, /<organisation-identifier>SN-NINEA-12345</);
  assert.doesNotMatch(after, /SN-INSTITUT-DES-PUITS/);
  assert.deepEqual(schemaErrors('organisations', after) ?? [], []);
  const activities = await fileAt('/iati/sn-institut-des-puits/activities.xml');
  assert.match(activities, /<reporting-org ref="SN-NINEA-12345" type="80">/);
});

test('a file that is known is not sent again, until something in it changes', async () => {
  const path = '/iati/sn/activities.xml';
  const first = await asks(app, path);
  const [etag, modified] = ['etag', 'last-modified'].map((name) => first.headers.get(name) ?? '');
  assert.equal((await asks(app, path, { headers: { 'if-none-match': etag ?? '' } })).status, 304);
  assert.equal((await asks(app, path, { headers: { 'if-modified-since': modified ?? '' } })).status, 304);
  await office.log.append([
    { kind: 'event', event: { ...base, recordId: 'seen', register: 'activity', type: 'archived' } },
  ]);
  assert.equal((await asks(app, path, { headers: { 'if-none-match': etag ?? '' } })).status, 304);
  await released('more-salt', values);
  assert.equal((await asks(app, path, { headers: { 'if-none-match': etag ?? '' } })).status, 200);
});

test('whoever takes gzip gets it, whoever does not gets the same bare', async () => {
  const path = '/iati/sn/activities.xml';
  for (const accepts of ['gzip', 'br, gzip;q=0.5', '*']) {
    const answer = await asks(app, path, { headers: { 'accept-encoding': accepts } });
    assert.equal(answer.headers.get('content-encoding'), 'gzip', accepts);
    const bare = gunzipSync(Buffer.from(await answer.arrayBuffer())).toString();
    assert.equal(bare, await fileAt(path));
  }
  for (const accepts of ['br', 'gzip;q=0', 'identity']) {
    const answer = await asks(app, path, { headers: { 'accept-encoding': accepts } });
    assert.equal(answer.headers.get('content-encoding'), null, accepts);
  }
});

test('searches and records come as IATI too, observed ones with the node as secondary reporter', async () => {
  await office.log.append([written('watched', values)]);
  const found = await fileAt('/fr/search.xml?q=watched');
  assert.deepEqual(idsIn(found), ['watched']);
  assert.match(found, /<reporting-org ref="localhost" type="90" secondary-reporter="1">/);
  assert.deepEqual(idsIn(await fileAt('/en/activity/watched.xml')), ['watched']);
  const organisations = await fileAt('/en/search.xml?kind=organisation');
  assert.match(organisations, /<iati-organisations /);
  const nothing = await asks(app, '/fr/search.xml?q=nowhere-said');
  assert.equal(nothing.status, 404, 'the standard forbids an empty file');
  assert.match(await nothing.text(), /la norme interdit un fichier vide/);
  assert.equal((await asks(app, '/en/practice/watched.xml')).status, 415);
  assert.equal((await asks(app, '/en/activity/draft.xml')).status, 404);
});

test('what a publisher’s file said is in the search as it came, without its contacts and what is not valid', async () => {
  const inside = [
    '<iati-identifier>XM-1-2</iati-identifier><reporting-org ref="XM-1" type="10"><narrative>X</narrative></reporting-org>',
    '<title><narrative>Kept</narrative></title><description><narrative>Kept</narrative></description>',
    '<participating-org role="1" ref="XM-1"/><activity-status code="2"/><activity-date type="2" iso-date="2019-02-01"/>',
    '<contact-info><email>secret@example.org</email></contact-info><policy-marker code="1" significance="2"/><wells n="3"/>',
  ].join('');
  const file = `<iati-activities version="2.03"><iati-activity>${inside}</iati-activity></iati-activities>`;
  const [verdict] = await takeIn(office, fileOf('kept.xml', file));
  const found = await fileAt('/en/search.xml?q=kept');
  const alone = await fileAt(`/en/activity/${verdict?.recordId}.xml`);
  for (const out of [found, alone]) {
    assert.match(out, /<policy-marker code="1" significance="2"\/>/);
    assert.doesNotMatch(out, /secret@example|contact-info/);
  }
  assert.match(found, /<!-- not valid, left out: wells -->/);
  assert.doesNotMatch(found, /<wells/);
  assert.match(alone, /<wells n="3"\/>/);
});

test('where the standard can hold nothing that a publisher released there is no file, and the page says why', async () => {
  const other = await smallOffice();
  const doors = joinedDoors(other);
  const { dates: _, ...undated } = values;
  const put = (id: string, some: Readonly<Record<string, unknown>>) =>
    released(id, some, 'Institut du sel', 'activity', other);
  await put('undated', undated);
  await put('undated-too', undated);
  const path = '/iati/sn-institut-du-sel/activities.xml';
  const refused = await asks(doors, path, { headers: { 'accept-language': 'fr' } });
  assert.equal(refused.status, 404);
  const { code, title } = (await refused.json()) as { code: string; title: string };
  assert.equal(code, 'nothingPublishable');
  assert.match(title, /chacune de ses 2 fiches publiées manque une date de début/);
  const page = await (await asks(doors, '/en/iati')).text();
  assert.match(page, /No file: the standard demands more than any of the 2 released records says/);
  assert.ok(!page.includes(`href="${path}"`));
  const [listed] = await filesOf(doors);
  assert.deepEqual([listed?.address, listed?.records, listed?.leftOut], ['', 0, 2]);
  assert.ok(await (await asks(doors, '/iati/sn-institut-du-sel/organisation.xml')).text());
  await put('dated', values);
  assert.deepEqual(idsIn(await (await asks(doors, path)).text()), ['dated']);
  const after = await (await asks(doors, '/en/iati')).text();
  assert.match(after, /activities\.xml">Activities<\/a> \(1\) <small>2 records are left out/);
});

test('all files are listed, for people and for programs', async () => {
  const files = await filesOf(app);
  assert.deepEqual(
    files.map(({ address }) => new URL(address).pathname),
    [
      '/iati/sn/activities.xml',
      '/iati/sn/organisation.xml',
      '/iati/sn-institut-des-puits/activities.xml',
      '/iati/sn-institut-des-puits/organisation.xml',
    ],
  );
  const csv = await fileAt('/en/iati.csv');
  assert.equal(csv.trim().split('\r\n').length, 5);
  const page = await fileAt('/ar/iati');
  for (const { address } of files) assert.ok(page.includes(`href="${new URL(address).pathname}"`), address);
});

test('the page that our tags name lists every code in seven languages', async () => {
  const page = await fileAt('/ru/vocabulary/cooperation');
  for (const word of [
    'south-south',
    'Сотрудничество Юг — Юг',
    'التعاون بين بلدان الجنوب',
    '南南合作',
    'second-provider',
  ])
    assert.ok(page.includes(word), word);
  assert.match(await fileAt('/vocabulary/cooperation.ttl'), /south-south/);
});
