import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Schemas, Southbridge } from '../../client/southbridge-client.ts';
import { refusal } from '../fixtures/client-of.ts';
import { type RunningHouse, startHouse } from '../fixtures/running-house.ts';

let house: RunningHouse;
let key: string;

before(async () => {
  house = await startHouse({ arguments: ['--empty'] });
  key = await house.writeKey();
});
after(() => house.drop());

const title = (words: string) => ({ title: { original: 'en', texts: { en: words } } });
const register = 'activity';
const everybody = () => new Southbridge({ address: house.address });
const program = () => new Southbridge({ address: house.address, token: key });
const created = (id: string, values: Schemas['activityValues']) =>
  program().edit({ register, id, body: { values }, ifNoneMatch: '*' });
const edited = (id: string, values: Schemas['activityValues'], ifMatch: string | undefined) =>
  program().edit({ register, id, body: { values }, ifMatch });
const isAbsent = async (id: string) =>
  assert.equal((await refusal(everybody().record({ register, id }))).status, 404);

/** What the typed client would never send. */
function put(id: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${house.address}/en/activity/${id}.json`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}`, ...headers },
    body,
  });
}

test('of two edits of one revision one wins, and the other gets 412 with the newer revision', async () => {
  const first = await created('two-edits', title('First'));
  assert.equal(first.status, 201);
  const ends = await Promise.allSettled(
    ['Second', 'Third'].map((words) => edited('two-edits', title(words), first.etag)),
  );
  const [winner, ...others] = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
  assert.deepEqual([winner?.status, others], [200, []]);
  const loser = await refusal(
    Promise.all(ends.map((end) => end.status === 'rejected' && Promise.reject(end.reason))),
  );
  assert.deepEqual([loser.status, loser.code], [412, 'revisionMoved']);
  assert.partialDeepStrictEqual(loser.current, { revision: 2, values: winner?.data.values });
});

test('a hundred races leave every acknowledged revision in the history, in order', async () => {
  let { etag } = await created('races', title('Start'));
  let won = 1;
  for (let race = 0; race < 25; race += 1) {
    const ends = await Promise.allSettled(
      [0, 1, 2, 3].map((rival) => edited('races', title(`${race} ${rival}`), etag)),
    );
    const winners = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []));
    assert.equal(winners.length, 1);
    etag = winners[0]?.etag;
    won += 1;
  }
  const { data } = await program().record({ register, id: 'races' });
  assert.equal(data.revision, won);
  const { data: past } = await program().history({ register, id: 'races' });
  assert.deepEqual(
    past.revisions.map(({ revision }) => revision),
    Array.from({ length: won }, (_, at) => at + 1),
  );
});

test('who has no key writes nothing', async () => {
  const writing = everybody().edit({
    register,
    id: 'no-key',
    body: { values: title('No') },
    ifNoneMatch: '*',
  });
  assert.equal((await refusal(writing)).status, 401);
  await isAbsent('no-key');
});

test('an edit that does not say which revision it saw is refused, and told how to say it', async () => {
  const blind = await refusal(edited('two-edits', title('Blind'), undefined));
  assert.equal(blind.status, 428);
  assert.match(blind.message, /If-Match/);
});

test('a value that does not hold is named with its field, and nothing is written', async () => {
  const bad = { ...title('Bad'), modality: 'sideways', dates: { start: '31/12/2020' } };
  const { status, findings } = await refusal(created('bad-value', bad));
  assert.equal(status, 400);
  assert.deepEqual(findings.map(({ path }) => path).sort(), ['dates.start', 'modality']);
  for (const { message } of findings) assert.ok(message.length > 10);
  await isAbsent('bad-value');
});

test('bodies that are not records are refused plainly, and the house stays open', async () => {
  const bodies = [
    '',
    '{',
    '[]',
    '"text"',
    'null',
    '{"values":[]}',
    '{"values":{"__proto__":{"polluted":1}}}',
    '['.repeat(50_000),
  ];
  for (const body of bodies) {
    const answer = await put('odd', body, { 'if-none-match': '*' });
    assert.equal(answer.status, 400, body.slice(0, 40));
  }
  const summary = { original: 'en', texts: { en: 'x'.repeat(1_200_000) } };
  assert.equal((await refusal(created('large', { ...title('x'), summary }))).status, 413);
  assert.equal((await everybody().health()).status, 200);
});

test('what cannot be done at an address is refused by name', async () => {
  for (const [method, path, allow] of [
    ['DELETE', '/en/activity/two-edits.json', 'GET, HEAD, PUT'],
    ['POST', '/en/search.json', 'GET, HEAD'],
    ['PUT', '/en/activity/two-edits', 'GET, HEAD, POST'],
    ['GET', '/en/activity/two-edits/submit.json', 'POST'],
  ] as const) {
    const answer = await fetch(`${house.address}${path}`, { method });
    assert.equal(answer.status, 405, `${method} ${path}`);
    assert.equal(answer.headers.get('allow'), allow);
  }
});

test('contacts are never given to the public', async () => {
  const canary = 'canary-7f3a@example.org';
  const values = { ...title('With contact'), contacts: [{ person: 'Canary Person', email: canary }] };
  assert.equal((await created('with-contact', values)).status, 201);
  const places = [
    'activity/with-contact',
    'activity/with-contact.json',
    'activity/with-contact.csv',
    'activity/with-contact.jsonl',
    'activity/with-contact/history',
    'search?q=canary',
    'search.json?q=contact',
    'search.csv?q=contact',
  ];
  for (const place of places) {
    const text = await (await fetch(`${house.address}/en/${place}`)).text();
    assert.doesNotMatch(text, /canary-7f3a|Canary Person/, place);
  }
});
