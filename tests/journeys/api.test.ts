import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type RunningHouse, startHouse } from '../fixtures/running-house.ts';

let house: RunningHouse;
let key: string;

before(async () => {
  house = await startHouse({ arguments: ['--empty'] });
  key = await house.writeKey();
});
after(() => house.drop());

const title = (words: string) => ({ title: { original: 'en', texts: { en: words } } });

function put(
  id: string,
  values: unknown,
  headers: Record<string, string>,
  authorised = true,
): Promise<Response> {
  return fetch(`${house.address}/en/activity/${id}.json`, {
    method: 'PUT',
    headers: {
      'content-type': 'application/json',
      ...(authorised ? { authorization: `Bearer ${key}` } : {}),
      ...headers,
    },
    body: JSON.stringify({ values }),
  });
}

test('of two edits of one revision one wins, and the other gets 412 with the newer revision', async () => {
  const created = await put('two-edits', title('First'), { 'if-none-match': '*' });
  assert.equal(created.status, 201);
  const etag = created.headers.get('etag') ?? '';
  const answers = await Promise.all(
    ['Second', 'Third'].map((words) => put('two-edits', title(words), { 'if-match': etag })),
  );
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 412]);
  const loser = answers.find(({ status }) => status === 412);
  const winner = answers.find(({ status }) => status === 200);
  const problem = (await loser?.json()) as { code: string; current: { revision: number; values: unknown } };
  const won = (await winner?.json()) as { values: unknown };
  assert.equal(problem.code, 'revisionMoved');
  assert.equal(problem.current.revision, 2);
  assert.deepEqual(problem.current.values, won.values);
});

test('a hundred races leave every acknowledged revision in the history, in order', async () => {
  let etag = (await put('races', title('Start'), { 'if-none-match': '*' })).headers.get('etag') ?? '';
  let won = 1;
  for (let race = 0; race < 25; race += 1) {
    const answers = await Promise.all(
      [0, 1, 2, 3].map((rival) => put('races', title(`${race} ${rival}`), { 'if-match': etag })),
    );
    const winners = answers.filter(({ status }) => status === 200);
    assert.equal(winners.length, 1);
    etag = winners[0]?.headers.get('etag') ?? '';
    won += 1;
  }
  const record = (await (await fetch(`${house.address}/en/activity/races.json`)).json()) as {
    revision: number;
  };
  assert.equal(record.revision, won);
});

test('who has no key writes nothing', async () => {
  const refused = await put('no-key', title('No'), { 'if-none-match': '*' }, false);
  assert.equal(refused.status, 401);
  assert.equal((await fetch(`${house.address}/en/activity/no-key.json`)).status, 404);
});

test('an edit that does not say which revision it saw is refused, and told how to say it', async () => {
  const answer = await put('two-edits', title('Blind'), {});
  assert.equal(answer.status, 428);
  assert.match(await answer.text(), /If-Match/);
});

test('a value that does not hold is named with its field, and nothing is written', async () => {
  const answer = await put(
    'bad-value',
    { ...title('Bad'), modality: 'sideways', dates: { start: '31/12/2020' } },
    { 'if-none-match': '*' },
  );
  assert.equal(answer.status, 400);
  const { findings } = (await answer.json()) as { findings: { path: string; message: string }[] };
  assert.deepEqual(findings.map(({ path }) => path).sort(), ['dates.start', 'modality']);
  for (const { message } of findings) assert.ok(message.length > 10);
  assert.equal((await fetch(`${house.address}/en/activity/bad-value.json`)).status, 404);
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
    const answer = await fetch(`${house.address}/en/activity/odd.json`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${key}`, 'if-none-match': '*' },
      body,
    });
    assert.equal(answer.status, 400, body.slice(0, 40));
  }
  const large = await put(
    'large',
    { ...title('x'), summary: { original: 'en', texts: { en: 'x'.repeat(1_200_000) } } },
    { 'if-none-match': '*' },
  );
  assert.equal(large.status, 413);
  assert.equal((await fetch(`${house.address}/health`)).status, 200);
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
  assert.equal((await put('with-contact', values, { 'if-none-match': '*' })).status, 201);
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
