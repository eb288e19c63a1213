import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import { exampleAddress, examples } from '../../src/api/examples.ts';
import type { ApiRoute } from '../../src/api/route.ts';
import { routeTable } from '../../src/api/route-table.ts';
import { appoint } from '../../src/operations/posts/appoint.ts';
import { invite } from '../../src/operations/posts/invite.ts';
import { openPost } from '../../src/operations/posts/keep-post.ts';
import { answered, asked } from '../fixtures/asking.ts';
import { assertSendable } from '../fixtures/described.ts';
import { asks, joinedDoors, tokenOf } from '../fixtures/joined-doors.ts';
import { planOfTheWells } from '../fixtures/reporting.ts';
import { english } from '../fixtures/small-house.ts';
import { type PersonId, type SmallOffice, smallOffice } from '../fixtures/small-office.ts';
import { entriesOf, type Ownership, reservedBySenegal } from '../fixtures/whose-record.ts';

// Every operation of the API has an example, and every example is sent to a house in which what it speaks of is there.

let office: SmallOffice;
let app: Hono;
const tokens = new Map<PersonId, string>();
let made = 0;

before(async () => {
  office = await smallOffice();
  app = joinedDoors(office);
  for (const person of ['clerk-sn', 'focal-sn', 'administrator', 'secretariat'] as const)
    tokens.set(person, await tokenOf(app, person));
  for (const id of ['wells-of-kayar', 'pumps-of-kayar'])
    await put(id, 'other country, naming the own', 'released');
  await office.log.append([...planOfTheWells]);
});
after(() => office.log.close());

/** In which records steps are taken, as the focal point of Senegal sees them. */
const stepsWith: Readonly<Record<string, readonly [Ownership, 'released' | 'draft' | 'submitted']>> = {
  submit: ['unpublished, own', 'draft'],
  return: ['unpublished, own', 'submitted'],
  release: ['unpublished, own', 'submitted'],
  confirm: ['other country, naming the own', 'released'],
  letPass: ['other country, naming the own', 'released'],
  dispute: ['other country, naming the own', 'released'],
  adopt: ['observed, naming the own country', 'released'],
  reject: ['observed, naming the own country', 'released'],
};

async function put(
  id: string,
  ownership: Ownership,
  phase: 'released' | 'draft' | 'submitted',
): Promise<void> {
  await office.log.append(entriesOf(office, id, ownership, 'focal-sn', phase));
}

/** A record or post of the example's own, and what the request has to say of it as it stands. */
async function prepared({
  name,
  path,
  step,
  method,
}: ApiRoute): Promise<{ id?: string; headers?: Record<string, string> }> {
  made += 1;
  const id = `example-${made}`;
  if (name === 'decline') {
    await asked(office, `need-${made}`);
    await answered(office, 'focal-br', id, `need-${made}`);
    const seen = office.board.records([id]).get(id)?.seq;
    return { id, headers: { 'if-match': `"${id}.1.${seen}"` } };
  }
  if (step !== undefined) {
    await put(id, ...(stepsWith[name] ?? (['own', 'released'] as const)));
    if (name === 'liftReservation') await office.log.append([reservedBySenegal(office, id, 'ours')]);
    const answer = await asks(app, `/api/records/activity/${id}?post=focal-sn`, {
      token: tokens.get('focal-sn'),
    });
    return { id, headers: { 'if-match': answer.headers.get('etag') ?? '' } };
  }
  if (name === 'edit') return { id };
  if (name === 'liftWords') return { id: office.board.reservations()[0]?.id ?? '' };
  if (method === 'get' || !path.startsWith('/api/posts/{id}') || /[kK]ey/.test(name)) return {};
  const profile = {
    kind: 'contributor',
    title: english('Wells'),
    country: 'SN',
    organisation: 'Office des puits',
    languages: ['en'],
  } as const;
  await openPost(office, 'node', profile, id);
  const { account } = office.actors['clerk-sn'];
  if (name === 'relieve' || name === 'resetFactor')
    await appoint(office, 'node', id, { account, deputy: true });
  if (name === 'withdrawInvitation')
    await invite(office, 'node', { email: 'new@example.org', post: id, deputy: true });
  return { id };
}

test('every operation under /api has an example, and no example is of none', () => {
  const own = routeTable.filter(({ path }) => path.startsWith('/api/')).map(({ name }) => name);
  assert.deepEqual(
    own.filter((name) => examples[name] === undefined),
    [],
  );
  const known = routeTable.map(({ name }) => name);
  assert.deepEqual(
    Object.keys(examples).filter((name) => !known.includes(name)),
    [],
  );
});

/** Needs something that no example can carry: a ticket of a second factor. */
const refused: Readonly<Record<string, number>> = { showCode: 400 };

/** Who sends an example, where it is not the focal point of Senegal. */
const actors: Readonly<Record<string, PersonId>> = {
  resetFactor: 'administrator',
  signOut: 'clerk-sn',
  closeRound: 'secretariat',
  closeReport: 'secretariat',
};

for (const route of routeTable.filter(({ name }) => examples[name] !== undefined)) {
  test(`the example of ${route.name} is answered`, async () => {
    const example = examples[route.name] ?? {};
    const { id, headers } = await prepared(route);
    const keyed = route.name === 'revokeKey' ? await lastKey() : {};
    const path = exampleAddress(route.path, {
      ...example,
      path: { ...example.path, ...(id === undefined ? {} : { id }), ...keyed },
    });
    if (route.body !== undefined) assertSendable(route, example.body);
    const person = actors[route.name] ?? 'focal-sn';
    const token = route.who === 'everybody' ? undefined : tokens.get(person);
    const seen = headers ?? (route.step === undefined ? example.headers : {});
    const body = route.name === 'reconfirmMany' ? await reconfirming() : example.body;
    const answer = await asks(app, path, {
      method: route.method.toUpperCase(),
      token,
      ...(body === undefined ? {} : { body }),
      ...(example.text === undefined ? {} : { text: example.text }),
      ...(seen === undefined ? {} : { headers: seen }),
    });
    const expected = refused[route.name];
    assert.ok(answer.ok || answer.status === expected, `${answer.status} ${await answer.clone().text()}`);
    await answer.body?.cancel();
  });
}

async function lastKey(): Promise<{ key: string }> {
  const [key] = await office.accounts.keys.list('focal-sn');
  return { key: key?.id ?? '' };
}

async function reconfirming(): Promise<object> {
  await put('to-reconfirm', 'own', 'released');
  return { acts: [{ register: 'activity', id: 'to-reconfirm', seen: await office.log.head() }] };
}
