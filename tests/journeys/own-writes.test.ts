import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import { databaseAddress } from '../../src/database/database-address.ts';
import { Postgres } from '../../src/database/postgres.ts';
import { openPostgresLog } from '../../src/log/postgres-log.ts';
import { follow } from '../../src/operations/follow.ts';
import type { House, Office } from '../../src/operations/house.ts';
import { revision } from '../contracts/record-log.ts';
import { joinedDoors, tokenOf } from '../fixtures/joined-doors.ts';
import { type PostgresServer, startPostgres, withoutPostgres } from '../fixtures/postgres-server.ts';
import { english, smallHouse } from '../fixtures/small-house.ts';
import { officeOf, type SmallOffice, smallOffice } from '../fixtures/small-office.ts';

// Two nodes, each with its own projections: whoever has written at one is shown nothing older at the other.

const skip = withoutPostgres;
let server: PostgresServer;
let a: SmallOffice;
let b: Office;
let first: Hono;
let second: Hono;
const opened: Postgres[] = [];

before(async () => {
  if (skip) return;
  server = await startPostgres();
  const address = databaseAddress(await server.newDatabase());
  const logOf = async () => {
    const postgres = new Postgres({ address });
    opened.push(postgres);
    return openPostgresLog({ postgres });
  };
  a = await smallOffice(await logOf());
  const other: House = await smallHouse(await logOf());
  b = { ...(await officeOf(other)), accounts: a.accounts };
  first = joinedDoors(a);
  second = joinedDoors(b);
});
after(async () => {
  await a?.log.close();
  await b?.log.close();
  for (const one of opened) await one.close();
  await server?.stop();
});

async function put(app: Hono, id: string, token: string): Promise<Response> {
  const values = { title: english(`Wells of ${id}`), participants: [{ country: 'SN', role: 'provider' }] };
  return app.request(`/api/records/activity/${id}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'if-none-match': '*' },
    body: JSON.stringify({ values }),
  });
}

test('what was written at one node is there at the other at once', { skip }, async () => {
  const token = await tokenOf(first, 'focal-sn');
  assert.equal((await put(first, 'kayar', token)).status, 201);
  const seen = await second.request('/api/records/activity/kayar', {
    headers: { authorization: `Bearer ${token}` },
  });
  assert.equal(seen.status, 200);
});

test('a node that is far behind lets whoever has written wait until it has come so far', {
  skip,
}, async () => {
  const token = await tokenOf(first, 'focal-sn');
  await follow(b);
  await a.log.append(
    Array.from({ length: 2_600 }, (_, nth) =>
      revision(`many-${nth}`, 1, [], { title: english(`Many ${nth}`) }),
    ),
  );
  const answer = await put(first, 'thies', token);
  const cookie = /written=\d+/.exec(answer.headers.get('set-cookie') ?? '')?.[0] ?? '';
  const written = Number(cookie.split('=')[1]);
  assert.ok(written > 2_600, cookie);
  assert.ok(b.index.position() < written, 'the node was expected to be behind');
  assert.equal((await second.request('/en/search?q=wells', { headers: { cookie } })).status, 200);
  assert.ok(b.index.position() >= written && b.board.position() >= written);
});

test('a number beyond the log, made up by somebody, is not waited for', { skip }, async () => {
  const answer = await second.request('/en/search?q=wells', { headers: { cookie: 'written=999999999' } });
  assert.equal(answer.status, 200);
});

test('a node listens: it hears of news without being asked', { skip }, async () => {
  const heard = Promise.withResolvers<void>();
  let told = 0;
  const stop = b.log.watch?.(() => {
    told += 1;
    // The first is said when listening begins.
    if (told === 2) heard.resolve();
    if (told === 1) void a.log.append([revision('news', 1)]);
  });
  await heard.promise;
  await stop?.();
});
