import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import { spelledOut } from '../../src/api/open-api.ts';
import { routeTable } from '../../src/api/route-table.ts';
import { codeOf } from '../fixtures/accounts.ts';
import { asks, joinedDoors, tokenOf } from '../fixtures/joined-doors.ts';
import { openAddresses } from '../fixtures/open-addresses.ts';
import { planOfTheWells } from '../fixtures/reporting.ts';
import { english } from '../fixtures/small-house.ts';
import { password, type SmallOffice, smallOffice } from '../fixtures/small-office.ts';

let office: SmallOffice;
let app: Hono;
before(async () => {
  office = await smallOffice();
  app = joinedDoors(office);
});
after(() => office.log.close());

const wells = '/en/activity/wells';
const values = {
  title: english('Wells'),
  participants: [
    { country: 'SN', role: 'provider' },
    { country: 'BR', role: 'recipient' },
  ],
};
const email = 'focal-sn@example.org';

function signIn(body: object, path = '/en/sign-in.json'): Promise<Response> {
  return asks(app, path, { method: 'POST', body });
}

test('whoever guesses passwords is slowed, and told for how long', async () => {
  const guess = { email: 'focal-mz@example.org', password: 'not this one at all' };
  let answer = await signIn(guess);
  assert.equal(answer.status, 401);
  for (let tries = 0; tries < 12 && answer.status === 401; tries += 1) answer = await signIn(guess);
  assert.equal(answer.status, 429);
  assert.ok(Number(answer.headers.get('retry-after')) > 0);
});

test('where the node asks for a second factor, releasing needs one, and a ticket with a code gives it', async () => {
  const strict = joinedDoors({ ...office, secondFactor: true });
  const weak = await tokenOf(strict, 'focal-sn');
  const made = await asks(strict, `${wells}.json`, {
    method: 'PUT',
    token: weak,
    body: { values },
    headers: { 'if-none-match': '*' },
  });
  const headers = { 'if-match': made.headers.get('etag') ?? '' };
  const release = (token: string) =>
    asks(strict, `${wells}/release.json`, { method: 'POST', token, body: {}, headers });
  const refused = await release(weak);
  assert.equal(refused.status, 403);
  assert.equal(((await refused.json()) as { code: string }).code, 'secondFactorNeeded');

  const session = await office.accounts.session(weak);
  assert.ok(session);
  const { key } = await office.accounts.beginAuthenticator(session, password);
  await office.accounts.finishAuthenticator(session, codeOf(key, office.clock.now()));
  office.clock.set('2024-05-06T07:12:00.000Z');
  const first = (await (await signIn({ email, password })).json()) as { ticket: string; factors: string[] };
  assert.deepEqual(first.factors, ['code']);
  const wrong = await signIn({ ticket: first.ticket, code: '000000' }, '/en/sign-in/code.json');
  assert.equal(wrong.status, 401);
  const code = codeOf(key, office.clock.now());
  const right = await signIn({ ticket: first.ticket, code }, '/en/sign-in/code.json');
  const { token, strong } = (await right.json()) as { token: string; strong: boolean };
  assert.equal(strong, true);
  assert.equal((await release(token)).status, 200);
});

test('a session that was ended opens nothing more', async () => {
  const token = await tokenOf(app, 'focal-br');
  assert.equal((await asks(app, '/en/desk.json', { token })).status, 200);
  assert.equal((await asks(app, '/en/sign-out.json', { method: 'POST', token })).status, 204);
  assert.equal((await asks(app, '/en/desk.json', { token })).status, 401);
  assert.equal((await asks(app, `${wells}.json`, { token })).status, 401, 'nor is it taken for a visitor’s');
});

test('what one person is shown is kept by nobody', async () => {
  const token = await tokenOf(app, 'focal-br');
  for (const path of [`${wells}.json`, `${wells}.csv`, '/en/desk.json', '/en/posts.json']) {
    const answer = await asks(app, path, { token });
    assert.equal(answer.headers.get('cache-control'), 'private, no-store', path);
  }
});

test('a step says what was seen, by header or body; a moved record is a conflict and comes along', async () => {
  const token = await tokenOf(app, 'focal-br');
  const confirm = (body: object, headers = {}) =>
    asks(app, `${wells}/confirm.json`, { method: 'POST', token, body, headers });
  assert.equal((await confirm({})).status, 428);
  assert.equal((await confirm({}, { 'if-match': '"other.1.1"' })).status, 428);
  for (const [body, headers, status] of [
    [{ seen: 1 }, {}, 409],
    [{}, { 'if-match': '"wells.1.1"' }, 412],
  ] as const) {
    const answer = await confirm(body, headers);
    assert.equal(answer.status, status);
    const problem = (await answer.json()) as { code: string; current: { id: string }; title: string };
    assert.equal(problem.code, 'recordMoved');
    assert.equal(problem.current.id, 'wells');
    assert.match(answer.headers.get('etag') ?? '', /^"wells\.1\.\d+"$/);
  }
  const seen = Number(
    /\.(\d+)"$/.exec((await asks(app, `${wells}.json`, { token })).headers.get('etag') ?? '')?.[1],
  );
  const old = await confirm({ seen, revision: 7 });
  assert.equal(((await old.json()) as { code: string }).code, 'notInForce');
  assert.equal(old.status, 409);
  assert.equal((await confirm({ seen, revision: 1, reason: 'As agreed' })).status, 200);
});

test('a body is refused member by member, in the language of the address', async () => {
  const token = await tokenOf(app, 'focal-br');
  const body = { seen: 'now', revision: 0, remark: 'x' };
  const answer = await asks(app, '/fr/activity/wells/confirm.json', { method: 'POST', token, body });
  assert.equal(answer.status, 400);
  const { findings, title } = (await answer.json()) as {
    findings: { path: string; message: string }[];
    title: string;
  };
  const { path, message } = findings[0] ?? {};
  assert.equal(title.replace('\u00a0', ' '), `${path} : ${message}`, 'the first is the title, with its path');
  assert.doesNotMatch(title, /…|«\s*»/);
  assert.deepEqual(findings.map(({ path }) => path).toSorted(), ['', 'revision', 'seen']);
  assert.doesNotMatch(JSON.stringify(findings), /Invalid input|expected/);
});

test('OpenAPI tells of every route, and of nothing that it does not describe', async () => {
  const description = (await (await asks(app, '/openapi.json')).json()) as {
    openapi: string;
    paths: Record<
      string,
      Record<string, { operationId: string; parameters: { name: string; in: string }[] }>
    >;
    components: { schemas: Record<string, unknown> };
  };
  assert.match(description.openapi, /^3\.1\./);
  const told = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => `${method} ${path} ${operationId}`),
  );
  assert.deepEqual(
    told.toSorted(),
    routeTable
      .flatMap(spelledOut)
      .map(({ method, path, name }) => `${method} ${path} ${name}`)
      .toSorted(),
  );
  assert.equal(new Set(routeTable.map(({ name }) => name)).size, routeTable.length);
  for (const [path, methods] of Object.entries(description.paths)) {
    for (const { parameters } of Object.values(methods)) {
      const named = parameters.filter((one) => one.in === 'path').map(({ name }) => `{${name}}`);
      assert.deepEqual(path.match(/\{\w+\}/g) ?? [], named, path);
    }
  }
  for (const [, name = ''] of JSON.stringify(description).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
    assert.ok(Object.hasOwn(description.components.schemas, name), name);
  }
});

test('what the API answers is what OpenAPI says of it', async () => {
  const { answers } = await import('../../src/api/schemas.ts');
  await office.log.append(planOfTheWells);
  const token = await tokenOf(app, 'focal-br');
  for (const { path, method, answer, name } of routeTable) {
    if (method !== 'get' || answer === undefined) continue;
    const open = openAddresses[name]?.replace('twin', 'wells');
    const address =
      open ??
      path
        .replace('/posts/{id}', '/posts/focal-br')
        .replace('{register}', 'activity')
        .replace('{id}', 'wells');
    for (const shown of [undefined, token]) {
      const got = await asks(app, address, { token: shown });
      if (got.status === 401) continue;
      const read = answers[answer].safeParse(await got.json());
      assert.ok(read.success, `${name}: ${JSON.stringify(read.error?.issues)}`);
    }
  }
});
