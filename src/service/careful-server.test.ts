import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { beCareful } from './careful-server.ts';

async function carefulServer(t: TestContext, answersAfter: number): Promise<number> {
  const server: Server = createServer(async (_, response) => {
    await sleep(answersAfter);
    response.end('done');
  });
  beCareful(server, 200);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  const at = server.address();
  return typeof at === 'object' && at !== null ? at.port : 0;
}

test('who waits for a long answer is not cut off', async (t) => {
  const port = await carefulServer(t, 1_000);
  assert.equal(await (await fetch(`http://127.0.0.1:${port}/`)).text(), 'done');
});

test('a line on which a body stops coming, or nothing was ever asked, is cut', async (t) => {
  const port = await carefulServer(t, 0);
  for (const said of ['', 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\nab']) {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(said);
    socket.resume();
    await once(socket, 'close');
  }
});
