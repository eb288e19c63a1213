import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startHouse } from '../fixtures/running-house.ts';

const folder = await mkdtemp(join(tmpdir(), 'southbridge-slow-'));
after(() => rm(folder, { recursive: true, force: true }));

/** Sends the head of a request a byte at a time and never ends it. */
async function slowHead(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write('GET /en/ HTTP/1.1\r\nhost: x\r\nx-slow: ');
  const drip = setInterval(() => socket.write('a'), 5_000);
  socket.on('close', () => clearInterval(drip));
  return socket;
}

/** Asks for a long page again and again and reads nothing of it. */
async function neverReads(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.pause();
  socket.write('GET /api/openapi.json HTTP/1.1\r\nhost: x\r\n\r\n'.repeat(40));
  return socket;
}

test('500 slow clients keep nobody out, and none of them holds its line for long', async () => {
  const house = await startHouse({ dataDir: join(folder, 'house'), arguments: ['--empty'] });
  const port = Number(new URL(house.address).port);
  const slow = await Promise.all([
    ...Array.from({ length: 450 }, () => slowHead(port)),
    ...Array.from({ length: 50 }, () => neverReads(port)),
  ]);
  for (let asked = 0; asked < 20; asked += 1) assert.equal((await fetch(`${house.address}/en/`)).status, 200);
  const heads = slow.slice(0, 450);
  for (let waited = 0; waited < 30 && heads.some(({ closed }) => !closed); waited += 1) await sleep(1_000);
  assert.equal(heads.filter(({ closed }) => !closed).length, 0, 'lines whose head never ends are cut');
  for (const one of slow) one.destroy();
  assert.equal((await fetch(`${house.address}/en/`)).status, 200);
  assert.equal(await house.stop(), 0);
});
