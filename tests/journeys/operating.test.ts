import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type RunningHouse, southbridge, startHouse } from '../fixtures/running-house.ts';

// What people who run programs expect of one that runs.

const folder = await mkdtemp(join(tmpdir(), 'southbridge-operating-'));
let house: RunningHouse;
let metrics = '';

before(async () => {
  const port = await freePort();
  metrics = `http://127.0.0.1:${port}/metrics`;
  house = await startHouse({
    dataDir: join(folder, 'house'),
    environment: { METRICS_PORT: String(port), REQUESTS_AT_ONCE: '8', LOG_LEVEL: 'info' },
  });
});
after(async () => {
  await house.stop();
  await rm(folder, { recursive: true, force: true });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const at = server.address();
      server.close(() => resolve(typeof at === 'object' && at !== null ? at.port : 0));
    });
  });
}

interface Line {
  readonly msg: string;
  readonly request?: string;
  readonly route?: string;
  readonly status?: number;
}

/** The JSON lines that the program has written. */
function lines(): readonly Line[] {
  return house
    .printed()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line);
}

test('each request has an id in its answer and in one log line, which holds the pattern of its address alone', async () => {
  const answer = await fetch(`${house.address}/en/practice/human-milk-banks?secret=qzsecret`, {
    headers: { 'x-request-id': 'from-the-proxy-1', 'user-agent': 'qzagent' },
  });
  await answer.text();
  assert.equal(answer.headers.get('x-request-id'), 'from-the-proxy-1');
  const odd = await fetch(`${house.address}/health`, { headers: { 'x-request-id': 'a"}{\\n' } });
  assert.match(odd.headers.get('x-request-id') ?? '', /^[0-9a-f-]{36}$/);
  await sleep(300);
  const line = lines().find(({ request }) => request === 'from-the-proxy-1');
  assert.equal(line?.status, 200);
  assert.match(line?.route ?? '', /^\/:lang\/.*:register/);
  for (const canary of ['qzsecret', 'qzagent', 'human-milk-banks', '127.0.0.1:'])
    assert.ok(!JSON.stringify(lines()).includes(canary), canary);
});

test('nothing that a person types or is called gets into the log lines', async () => {
  const made = await southbridge(
    house.dataDir,
    'admin',
    'create',
    '--email',
    'qzperson@example.org',
    '--name',
    'Xvname',
  );
  assert.equal(made.code, 0, made.err);
  const body = new URLSearchParams({ email: 'qzperson@example.org', password: 'qzpassword' });
  await fetch(`${house.address}/en/sign-in`, { method: 'POST', body, redirect: 'manual' });
  await fetch(`${house.address}/en/search?q=qzwords`);
  await fetch(`${house.address}/api/records/activity/qzrecord`, {
    headers: { authorization: 'Bearer qztoken' },
  });
  await sleep(300);
  for (const canary of ['qz', 'Xvname']) assert.ok(!JSON.stringify(lines()).includes(canary), canary);
});

test('figures stand on a port of their own and nowhere else', async () => {
  const text = await (await fetch(metrics)).text();
  for (const name of [
    'southbridge_requests_total{method="GET"',
    'southbridge_request_seconds_bucket',
    'southbridge_log_entries ',
    'southbridge_index_behind 0',
    'southbridge_mails{standing="waiting"}',
    'southbridge_disk_free_bytes ',
    'process_resident_memory_bytes ',
  ])
    assert.ok(text.includes(name), name);
  assert.ok(!text.includes('human-milk-banks'));
  assert.equal((await fetch(`${house.address}/metrics`)).status, 404);
  assert.equal((await fetch(metrics.replace('/metrics', '/'))).status, 404);
});

test('what is too much is turned away at once in the reader’s language, and signs of life are still given', async () => {
  const slow = Array.from({ length: 8 }, () => heldPost(house.address));
  await sleep(300);
  const refused = await fetch(`${house.address}/fr/`);
  assert.equal(refused.status, 503);
  assert.ok(Number(refused.headers.get('retry-after')) > 0);
  assert.match(await refused.text(), /Réessayez/);
  assert.equal((await fetch(`${house.address}/health`)).status, 200);
  assert.equal((await fetch(`${house.address}/ready`)).status, 200);
  for (const one of slow) one.destroy();
  await sleep(300);
  assert.equal((await fetch(`${house.address}/fr/`)).status, 200, 'and all is as before');
  assert.match(await (await fetch(metrics)).text(), /southbridge_requests_refused_total 1/);
});

/** A request that is being read: its body does not end. */
function heldPost(address: string) {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  socket.write(
    'POST /api/sign-in HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{',
  );
  return socket;
}

test('told to stop, the node answers what it has begun and takes nothing new', async () => {
  const other = await startHouse({ dataDir: join(folder, 'stopping'), arguments: ['--empty'] });
  const { hostname, port } = new URL(other.address);
  const answered = new Promise<number | undefined>((resolve, reject) => {
    const body = JSON.stringify({ email: 'nobody@example.org', password: 'seven wells and a pump' });
    const asked = request(
      {
        hostname,
        port,
        path: '/api/sign-in',
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (answer) => resolve(answer.resume().statusCode),
    );
    asked.on('error', reject);
    asked.write(body.slice(0, 10));
    setTimeout(() => asked.end(body.slice(10)), 1_000);
  });
  await sleep(500);
  const stopped = other.stop();
  await sleep(200);
  await assert.rejects(fetch(`${other.address}/en/`), 'nothing new is taken');
  assert.equal(await answered, 401, 'what was begun is answered');
  assert.equal(await stopped, 0);
});
