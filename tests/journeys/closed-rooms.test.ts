import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import { routeTable } from '../../src/api/route-table.ts';
import { sendMail } from '../../src/mailing.ts';
import { harvestAll } from '../../src/operations/harvest.ts';
import { writeMirror } from '../../src/web/mirror/mirror.ts';
import { fillClosedRoom, ownSecrets, roomSecrets, rooms, unshared } from '../fixtures/closed-room.ts';
import { asks, joinedDoors, nodeKey, tokenOf } from '../fixtures/joined-doors.ts';
import { english, written } from '../fixtures/small-house.ts';
import { type PersonId, type SmallOffice, smallOffice } from '../fixtures/small-office.ts';
import { textAt, walkedAddresses } from '../fixtures/walked-addresses.ts';

// A closed consultation, its positions, its joint text, that it exists and how much there is of it: nothing of it comes
// out of any address for anybody who is not in it.

const records = [
  ...Object.entries(rooms).map(([register, id]) => ({ register, id })),
  { register: 'consultation', id: unshared },
];
/** Everybody sees it; an outcome of the closed room names it. */
const measure = { register: 'measure', id: 'measure-1' };
const everything = [...roomSecrets, ...ownSecrets];
const ids = records.map(({ id }) => id);
const outsiders: readonly (PersonId | undefined)[] = [undefined, 'focal-mz', 'clerk-sn', 'administrator'];

let office: SmallOffice;
let app: Hono;
before(async () => {
  office = await smallOffice();
  await office.log.append([written('measure-1', { title: english('Joint rice') }, { register: 'measure' })]);
  await fillClosedRoom(office);
  app = joinedDoors(office);
});
after(() => office.log.close());

for (const person of outsiders) {
  test(`${person ?? 'a visitor'} learns nothing of a closed room, at any address`, async () => {
    const token = person === undefined ? undefined : await tokenOf(app, person);
    const leaks: string[] = [];
    const addresses = walkedAddresses(app, { records: [...records, measure], words: everything });
    for (const address of addresses) {
      const text = await textAt(app, address, token);
      for (const secret of everything) {
        // A search says back what was asked for, and once at most in each place: titles go on.
        if (isAskedFor(address, secret)) continue;
        if (text.includes(secret)) leaks.push(`${secret} at ${address}`);
      }
      for (const id of ids) if (!address.includes(id) && text.includes(id)) leaks.push(`${id} at ${address}`);
    }
    assert.deepEqual(leaks, []);
    assert.ok(addresses.length > 500, `${addresses.length} addresses`);
  });

  test(`to ${person ?? 'a visitor'} no list of checked records says that there is a closed room`, async () => {
    const token = person === undefined ? undefined : await tokenOf(app, person);
    for (const { register, id } of records)
      for (const path of [
        `/en/desk/confirm?record=${register}/${id}`,
        `/en/desk/observed?do=reject&record=${register}/${id}`,
      ]) {
        const [text, other] = [
          await textAt(app, path, token),
          await textAt(app, path.replace(id, 'nothing'), token),
        ];
        assert.equal(stripped(text, id), stripped(other, 'nothing'), path);
      }
  });

  test(`to ${person ?? 'a visitor'} a closed room answers as what is not there, whatever is asked or tried`, async () => {
    const token = person === undefined ? undefined : await tokenOf(app, person);
    for (const { register, id } of records) {
      for (const ending of ['', '.json', '/history', '/compare', '/history.json', '/edit', '.csv'])
        assert.equal(
          await answerAt(`/en/${register}/${id}${ending}`, token),
          await answerAt(`/en/${register}/nothing-here${ending}`, token),
          `${register}${ending}`,
        );
      for (const { path } of routeTable.filter(({ step }) => step !== undefined))
        assert.equal(
          await tried(path, register, id, token),
          await tried(path, register, 'nothing-here', token),
          path,
        );
    }
  });
}

function isAskedFor(address: string, secret: string): boolean {
  return address.includes(`q=${secret}`);
}

/** Status and words of an answer, without the id that was asked for. */
async function answerAt(address: string, token: string | undefined): Promise<string> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}`, cookie: `session=${token}` };
  const answer = await app.request(address, { headers });
  return `${answer.status} ${withoutIds(await answer.text())}`;
}

async function tried(path: string, register: string, id: string, token: string | undefined): Promise<string> {
  const address = path.replace('{lang}', 'en').replace('{register}', register).replace('{id}', id);
  const body = {
    seen: 0,
    reason: 'Because',
    remarks: [{ field: 'title', text: 'Which?' }],
    objections: [{ field: 'title' }],
  };
  const answer = await asks(app, address, { method: 'POST', token, body });
  return `${answer.status} ${withoutIds(await answer.text())}`;
}

function withoutIds(text: string): string {
  return [...ids, 'nothing-here']
    .reduce((rest, id) => rest.replaceAll(id, '…'), text)
    .replace(/name=(?:form|token)[^>]*>/g, '');
}

test('no search finds, counts or completes what a closed room holds, also for its members', async () => {
  for (const person of [undefined, 'focal-sn', 'secretariat'] as const) {
    const token = person === undefined ? undefined : await tokenOf(app, person);
    for (const query of [
      ...everything.map((word) => `q=${word}`),
      ...Object.keys(rooms).map((kind) => `kind=${kind}`),
    ]) {
      const { total } = (await (await asks(app, `/en/search.json?${query}`, { token })).json()) as {
        total: number;
      };
      assert.equal(total, 0, query);
    }
  }
  for (const word of everything)
    assert.deepEqual(office.index.complete(word.toLowerCase().slice(0, 4), 5), []);
});

test('a position that names a closed room is refused to an outsider in the words of one that names nothing', async () => {
  const token = await tokenOf(app, 'focal-mz');
  const say = async (consultation: string) => {
    const values = {
      title: english('Ours'),
      consultation: { register: 'consultation', id: consultation },
      stance: 'supports',
    };
    const headers = { 'if-none-match': '*' };
    const answer = await asks(app, '/en/position/ours.json', {
      method: 'PUT',
      token,
      body: { values },
      headers,
    });
    return `${answer.status} ${withoutIds(await answer.text())}`;
  };
  assert.equal(await say(rooms.consultation), await say('nothing-here'));
  assert.match(await say(rooms.consultation), /^4/);
});

test('a program with the node’s key writes nothing into consultations', async () => {
  const values = { title: english('X'), visibility: 'everybody', countries: ['SN'] };
  const headers = { 'if-none-match': '*' };
  const answer = await asks(app, '/en/consultation/by-key.json', {
    method: 'PUT',
    token: nodeKey,
    body: { values },
    headers,
  });
  assert.equal(answer.status, 403);
});

test('members and the convenor read the room; what the convenor has not shared, the convenor alone', async () => {
  for (const person of ['focal-sn', 'focal-br', 'secretariat'] as const) {
    const token = await tokenOf(app, person);
    const pages = await Promise.all(
      records.map(({ register, id }) => textAt(app, `/en/${register}/${id}`, token)),
    );
    const versions = await textAt(app, `/en/consultation/${rooms.consultation}/compare?from=1&to=2`, token);
    const all = pages.join() + versions;
    const may = person === 'secretariat' ? everything : roomSecrets;
    assert.deepEqual(
      may.filter((secret) => !all.includes(secret)),
      [],
      person,
    );
    if (person !== 'secretariat') for (const secret of ownSecrets) assert.ok(!all.includes(secret), secret);
  }
});

test('its days stand in the calendar of the workspace of each member, and in nobody else’s', async () => {
  const calendarOf = async (person: PersonId) => {
    const token = await tokenOf(app, person);
    const answer = await asks(app, '/en/desk.ics', { token });
    assert.equal(answer.status, 200, person);
    assert.match(answer.headers.get('cache-control') ?? '', /private, no-store/);
    return answer.text();
  };
  for (const person of ['focal-sn', 'focal-br', 'secretariat'] as const) {
    const text = await calendarOf(person);
    assert.match(text, /SUMMARY:Deadline: Qvtopic of rice/, person);
    assert.match(text, /DTSTART;VALUE=DATE:20240630/, person);
    assert.doesNotMatch(text, /Qvunsent/, 'a draft is no date');
  }
  for (const person of ['focal-mz', 'clerk-sn', 'administrator'] as const)
    assert.doesNotMatch(await calendarOf(person), /BEGIN:VEVENT|Qv|zq/, person);
  assert.equal((await asks(app, '/en/desk.ics')).status, 401);
  assert.doesNotMatch(await textAt(app, '/en/search.ics', await tokenOf(app, 'focal-sn')), /Qv|zq/);
});

test('no letter to an outsider, no file of a mirror and no record of a dump holds anything of a closed room', async (t) => {
  await sendMail(office);
  for (const { envelope, bytes } of office.mailbox.letters) {
    if (
      ['focal-sn@example.org', 'focal-br@example.org', 'secretariat@example.org'].some((to) =>
        envelope.to.includes(to),
      )
    )
      continue;
    const text = Buffer.from(bytes).toString();
    for (const secret of [...everything, ...ids])
      assert.ok(!text.includes(secret), `${secret} to ${envelope.to}`);
  }
  const folder = await mkdtemp(join(tmpdir(), 'southbridge-rooms-'));
  t.after(() => rm(folder, { recursive: true }));
  await writeMirror(office, { folder, languages: ['en'], history: true, version: 'test', publicAddress: '' });
  const files = globSync('**/*.*', { cwd: folder });
  assert.ok(files.length > 10);
  for (const file of files) {
    const text = (await readFile(join(folder, file), 'utf8')).toLowerCase();
    for (const secret of [...everything, ...ids])
      assert.ok(!text.includes(secret.toLowerCase()), `${secret} in ${file}`);
  }
  for await (const one of harvestAll(office)) {
    const text = JSON.stringify(one);
    for (const secret of [...everything, ...ids]) assert.ok(!text.includes(secret), `${secret} in the dump`);
  }
});

/** A page without what changes from one visit to the next, and without the id that was asked for. */
function stripped(text: string, id: string): string {
  return text
    .replaceAll(id, '')
    .replace(/name="form" value="[^"]*"/g, '')
    .replace(/"content-length","\d+"|"etag","[^"]*"/g, '');
}
