import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { oneAtATime } from './one-at-a-time.ts';

/** A server whose answers to `/slow…` wait to be given, and a line to it. */
async function houseWithLine(t: TestContext) {
  const begun: string[] = [];
  const waiting: ServerResponse[] = [];
  const server = createServer(
    oneAtATime(async ({ url = '' }, response) => {
      begun.push(url);
      if (url.startsWith('/slow')) waiting.push(response);
      else response.end(url);
    }),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const line = connect(port, '127.0.0.1');
  t.after(() => {
    line.destroy();
    server.closeAllConnections();
    server.close();
  });
  await once(line, 'connect');
  return { begun, waiting, line, address: `http://127.0.0.1:${port}` };
}

const ask = (line: Socket, ...paths: readonly string[]) =>
  line.write(paths.map((path) => `GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`).join(''));

test('what is asked at once on one line is begun one after the other, and answered in that order', async (t) => {
  const { begun, waiting, line } = await houseWithLine(t);
  let said = '';
  line.on('data', (piece: Buffer) => (said += piece));
  ask(line, '/slow1', '/b', '/c');
  await sleep(50);
  assert.deepEqual(begun, ['/slow1']);
  waiting[0]?.end('/slow1');
  await sleep(50);
  assert.deepEqual(begun, ['/slow1', '/b', '/c']);
  assert.deepEqual(said.match(/^\/(?:slow1|b|c)/gm), ['/slow1', '/b', '/c']);
});

test('other lines do not wait for it', async (t) => {
  const { line, address } = await houseWithLine(t);
  ask(line, ...Array.from({ length: 40 }, (_, i) => `/slow${i}`));
  await sleep(20);
  assert.equal(await (await fetch(`${address}/here`)).text(), '/here');
});

test('what still waits on a line that is cut is never begun', async (t) => {
  const { begun, line } = await houseWithLine(t);
  ask(line, '/slow1', '/b');
  await sleep(20);
  line.destroy();
  await sleep(50);
  assert.deepEqual(begun, ['/slow1']);
});
