import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import { namesIn } from '../../src/api/pattern.ts';
import type { ApiRoute } from '../../src/api/route.ts';
import { routeTable } from '../../src/api/route-table.ts';
import { langText } from '../../src/kernel/lang-text.ts';
import { appoint } from '../../src/operations/posts/appoint.ts';
import { invite } from '../../src/operations/posts/invite.ts';
import { openPost } from '../../src/operations/posts/keep-post.ts';
import { letters, ofPosts, ofRecords, plain, type Role, roles } from '../fixtures/expected-access.ts';
import { asks, joinedDoors, nodeKey, tokenOf } from '../fixtures/joined-doors.ts';
import { openAddresses } from '../fixtures/open-addresses.ts';
import { putClosedReport } from '../fixtures/put-closed-report.ts';
import { planOfTheWells } from '../fixtures/reporting.ts';
import { type SmallOffice, smallOffice } from '../fixtures/small-office.ts';
import { entriesOf, type Ownership, ownerships, reservedBySenegal } from '../fixtures/whose-record.ts';

// Who may do what, as `fixtures/expected-access.ts` has it, tried at the door: every route of the table, every role,
// whoever the record or post belongs to. A route that stands there nowhere fails the test.

const text = langText('en', 'As printed');
const title = langText('en', 'Wells');

/** What is sent beside `post` and `seen`. */
const sent: Readonly<Record<string, object>> = {
  edit: { values: { title: langText('en', 'Deeper wells'), participants: [{ country: 'SN' }] } },
  'edit as a third party': {
    values: { title, participants: [{ country: 'SN' }], sources: [{ title: 'Report' }] },
    as: 'thirdParty',
  },
  return: { remarks: [{ field: 'title', text: 'Which wells?' }] },
  entrust: { organisation: 'Institut des puits' },
  dispute: { objections: [{ field: 'title' }] },
  decline: { because: 'terms' },
  reserve: { on: { kind: 'record' }, text },
  liftReservation: { reservation: 'ours' },
  link: { other: 'twin' },
  part: { other: 'twin' },
  reject: { reason: 'Not so' },
  withdraw: { reason: 'Never began' },
  archive: { reason: 'Over' },
  erase: { field: 'contacts', because: 'asked', extent: 'all' },
  signIn: { email: 'clerk-br@example.org', password: 'seven wells and a pump' },
  showCode: { ticket: 'none', code: '123456' },
  openPost: {
    kind: 'contributor',
    title: text,
    country: 'SN',
    organisation: 'Office des puits',
    languages: ['fr'],
  },
  changePost: { languages: ['en', 'fr'] },
  invite: { email: 'new@example.org' },
  withdrawInvitation: { email: 'new@example.org' },
  resetFactor: { reason: 'Telephone lost' },
  makeKey: { name: 'harvester', scopes: ['act'] },
  reserveWords: { on: { kind: 'word', forms: { en: 'ownership' } }, text },
};

let office: SmallOffice;
let app: Hono;
const tokens = new Map<Role, string>();
let made = 0;

before(async () => {
  office = await smallOffice();
  app = joinedDoors(office);
  for (const role of Object.keys(roles) as Role[]) {
    const person = roles[role];
    if (person !== undefined) tokens.set(role, await tokenOf(app, person));
  }
  await office.log.append([
    ...entriesOf(office, 'twin', 'other country, naming the own', roles.contributor, 'released'),
    ...planOfTheWells,
  ]);
  await putClosedReport(office, 'plan-of-the-wells');
});
after(() => office.log.close());

test('every route of the API stands in exactly one of the tables', () => {
  const listed = [ofRecords, ofPosts, plain, openAddresses].flatMap((rows) => Object.keys(rows));
  const routes = [...routeTable.map(({ name }) => name), 'edit as a third party'];
  assert.deepEqual(listed.toSorted(), routes.toSorted());
});

for (const [name, expected] of Object.entries(ofRecords)) {
  test(`${name}: who may, by role and by whose record it is`, async () => {
    const got: Record<string, string> = {};
    for (const role of Object.keys(roles) as Role[]) {
      got[role] = '';
      for (const ownership of ownerships) got[role] += await tryRecord(name, role, ownership);
    }
    assert.deepEqual(got, expected, `columns: ${ownerships.join(' | ')}`);
  });
}

for (const [name, expected] of Object.entries(ofPosts)) {
  test(`${name}: who may, by role and by whose post it is`, async () => {
    const got: Record<string, string> = {};
    for (const role of Object.keys(roles) as Role[]) {
      got[role] = '';
      for (const whose of ['own', 'own country', 'other country'] as const) {
        got[role] += await tryPost(name, role, whose);
      }
    }
    assert.deepEqual(got, expected, 'columns: own | own country | other country');
  });
}

test('routes that anybody reads answer every role, and write nothing', async () => {
  const before = await office.log.head();
  for (const [name, address] of Object.entries(openAddresses)) {
    const { who, query = [] } = routeOf(name);
    assert.equal(who, 'everybody', name);
    for (const role of Object.keys(roles) as Role[]) {
      const post = query.includes('post') && roles[role] !== undefined ? `?post=${roles[role]}` : '';
      const answer = await asks(app, address + post, { token: tokens.get(role) });
      assert.equal(answer.status, 200, `${name}, ${role}`);
      await answer.body?.cancel();
    }
  }
  assert.equal(await office.log.head(), before);
});

test('routes that concern no record and no post: who may, by role', async () => {
  const got: Record<string, string> = {};
  for (const name of Object.keys(plain)) {
    got[name] = '';
    for (const role of Object.keys(roles) as Role[]) got[name] += await tryPlain(name, role);
  }
  assert.deepEqual(got, plain);
});

test('the node’s key writes records and does nothing else', async () => {
  for (const route of routeTable.filter(({ who }) => who === 'post' || who === 'session')) {
    const answer = await asks(app, pathOf(route), {
      method: route.method.toUpperCase(),
      token: nodeKey,
      body: {},
    });
    assert.equal(answer.status, 401, route.name);
  }
});

test('a cookie alone opens nothing that writes, wherever the request comes from', async () => {
  const cookie = `session=${tokens.get('focalPoint')}`;
  for (const route of routeTable.filter(({ who }) => who !== 'everybody')) {
    const before = await office.log.head();
    const request = { method: route.method.toUpperCase(), headers: { cookie }, body: {} };
    const answer = await asks(app, pathOf(route), request);
    assert.equal(answer.status, 401, route.name);
    assert.match(answer.headers.get('www-authenticate') ?? '', /Bearer/, route.name);
    assert.equal(await office.log.head(), before, route.name);
  }
});

test('what does not call itself JSON is not read', async () => {
  for (const route of routeTable.filter(({ body }) => body !== undefined)) {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const answer = await app.request(pathOf(route), {
        method: route.method.toUpperCase(),
        headers: { authorization: `Bearer ${tokens.get('focalPoint')}`, 'content-type': type },
        body: '{}',
      });
      assert.equal(answer.status, 415, `${route.name} ${type}`);
    }
  }
});

test('pages elsewhere are let in to read, never to write', async () => {
  for (const route of routeTable) {
    const answer = await app.request(pathOf(route), {
      method: 'OPTIONS',
      headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' },
    });
    assert.equal(answer.headers.get('access-control-allow-methods'), 'GET,HEAD', route.name);
    assert.equal(answer.headers.get('access-control-allow-credentials'), null, route.name);
  }
});

test('an address answers to its own methods only', async () => {
  const byPath = Map.groupBy(routeTable, (route) => pathOf(route));
  for (const [path, routes] of byPath) {
    const own = routes.map(({ method }) => method.toUpperCase());
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
      if (own.includes(method)) continue;
      const before = await office.log.head();
      const answer = await asks(app, path, { method, token: tokens.get('administrator') });
      assert.ok([404, 405].includes(answer.status), `${method} ${path}: ${answer.status}`);
      if (answer.status === 405 && path.endsWith('.json'))
        assert.deepEqual(allowed(answer), own.includes('GET') ? ['HEAD', ...own].toSorted() : own);
      assert.equal(await office.log.head(), before, `${method} ${path}`);
    }
  }
});

function allowed(answer: Response): readonly string[] {
  return (answer.headers.get('allow') ?? '').split(', ').toSorted();
}

/** The route's address, with names that stand for nothing in particular. */
function pathOf({ path }: ApiRoute, named: Readonly<Record<string, string>> = {}): string {
  const known: Readonly<Record<string, string>> = {
    lang: 'en',
    register: 'activity',
    id: 'twin',
    format: 'csv',
    key: '0123456789ab',
    calendarKey: 'cal_of-nobody',
    ...named,
  };
  return namesIn(path).reduce((address, name) => address.replace(`{${name}}`, known[name] ?? ''), path);
}

function routeOf(name: string): ApiRoute {
  const found = routeTable.find((route) => route.name === (name === 'edit as a third party' ? 'edit' : name));
  assert.ok(found);
  return found;
}

/** Tries a route on a record of its own; what was refused must have written nothing. */
async function tryRecord(name: string, role: Role, ownership: Ownership): Promise<string> {
  made += 1;
  const id = `case-${made}`;
  const writer = roles[role] ?? 'clerk-sn';
  const unpublished = name === 'submit' ? 'draft' : 'submitted';
  const phase = ownership.startsWith('unpublished') ? unpublished : 'released';
  const reserved = name === 'liftReservation' && phase === 'released';
  await office.log.append([
    ...entriesOf(office, id, ownership, writer, phase),
    ...(reserved ? [reservedBySenegal(office, id, 'ours')] : []),
  ]);
  const before = await office.log.head();
  const many = { acts: [{ register: 'activity', id, seen: before }] };
  const own =
    name === 'reconfirmMany' ? many : { ...(name.startsWith('edit') ? {} : { seen: before }), ...sent[name] };
  const route = routeOf(name);
  const answer = await asks(app, pathOf(route, { id }), {
    ...asking(route, role, own),
    ...(name.startsWith('edit') ? { headers: { 'if-match': `"${id}.1"` } } : {}),
  });
  const status = name === 'reconfirmMany' && answer.status === 200 ? await outcomeOf(answer) : answer.status;
  const wrote = (await office.log.head()) > before;
  assert.equal(wrote, route.method !== 'get' && status < 300, `${name}, ${role}, ${ownership}: ${status}`);
  return letters[status] ?? `?${status}?`;
}

async function outcomeOf(answer: Response): Promise<number> {
  const { outcomes } = (await answer.json()) as {
    outcomes: { done: boolean; problem?: { status: number } }[];
  };
  return outcomes[0]?.problem?.status ?? 200;
}

function asking(route: ApiRoute, role: Role, own: object, post: string | undefined = roles[role]) {
  const acting = post === undefined ? {} : { post };
  const signing = route.who === 'everybody' ? {} : acting;
  const body = route.body === undefined ? undefined : { ...signing, ...own };
  return {
    method: route.method.toUpperCase(),
    token: tokens.get(role),
    ...(body === undefined ? {} : { body }),
  };
}

/** Tries a route on posts that were opened for it, so that nobody's own post is lost to the next. */
async function tryPost(
  name: string,
  role: Role,
  whose: 'own' | 'own country' | 'other country',
): Promise<string> {
  made += 1;
  const person = roles[role];
  const actor = office.actors[person ?? 'secretariat'];
  const { id: _, openedAt: __, tenures: ___, seq: ________, ...profile } = actor.post;
  const own = await openPost(office, 'node', profile, `own-${made}`);
  await appoint(office, 'node', own.id, { account: actor.account, deputy: false });
  const clerk = {
    kind: 'contributor',
    title: text,
    languages: ['en'],
    organisation: 'Office des puits',
  } as const;
  const country = whose === 'own country' ? 'SN' : 'BR';
  const target =
    whose === 'own' ? own : await openPost(office, 'node', { ...clerk, country }, `post-${made}`);
  const account = name === 'resetFactor' ? await somebody() : office.actors['clerk-br'].account;
  if (name === 'relieve' || name === 'resetFactor')
    await appoint(office, 'node', target.id, { account, deputy: true });
  if (name === 'withdrawInvitation')
    await invite(office, 'node', { email: 'new@example.org', post: target.id, deputy: true });
  const { id: ____, openedAt: _____, tenures: ______, seq: _______, ...kept } = target;
  const body = {
    ...(name === 'changePost' ? kept : {}),
    ...(['appoint', 'relieve', 'handOver', 'resetFactor'].includes(name) ? { account } : {}),
    ...sent[name],
  };
  const before = await office.log.head();
  const route = routeOf(name);
  const { key } = await office.accounts.keys.make({
    post: target.id,
    account,
    name: 'mirror',
    scopes: [],
    strong: true,
  });
  const question = route.method === 'get' && person ? `?post=${own.id}` : '';
  const answer = await asks(
    app,
    pathOf(route, { id: target.id, key: key.id }) + question,
    asking(route, role, body, person && own.id),
  );
  const wrote = (await office.log.head()) > before;
  assert.equal(
    wrote,
    !['invite', 'keys'].includes(name) && answer.ok,
    `${name}, ${role}, ${whose}: ${answer.status}`,
  );
  return letters[answer.status] ?? `?${answer.status}?`;
}

/** An account of its own: whoever loses the second factor loses the session too. */
async function somebody(): Promise<string> {
  const person = { email: `somebody-${made}@example.org`, name: 'Somebody', language: 'en' } as const;
  return (await office.accounts.create(person)).id;
}

/** What these act on: the round is closed by the first who may, and with it the report. */
const ofFollowUp: Readonly<Record<string, string>> = {
  closeRound: 'round-of-the-wells',
  closeReport: 'plan-of-the-wells',
};

async function tryPlain(name: string, role: Role): Promise<string> {
  const person = roles[role];
  const route = routeOf(name);
  const [reservation] = office.board.reservations();
  const question = route.query?.includes('post') === true && person !== undefined ? `?post=${person}` : '';
  const request = asking(route, role, { ...sent[name] });
  const token = name === 'signOut' && person !== undefined ? await tokenOf(app, person) : request.token;
  const address = pathOf(route, {
    id: ofFollowUp[name] ?? reservation?.id ?? 'none',
  });
  const answer = await asks(app, `${address}${question}`, { ...request, token });
  return letters[answer.status] ?? `?${answer.status}?`;
}
