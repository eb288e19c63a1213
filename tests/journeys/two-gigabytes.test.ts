import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { goodActivity } from '../fixtures/iati-specimens.ts';
import { type RunningOffice, runningOffice } from '../fixtures/running-office.ts';
import { password } from '../fixtures/small-office.ts';

// Two gigabytes over a socket, made as they are sent: each door refuses them with the limit as soon as that is known, does
// not go on reading, and stays open for others.

const size = 2_000_000_000;
const mostGrowth = 256_000_000;
let running: RunningOffice;
let cookie = '';

before(async () => {
  running = await runningOffice();
  const came = await running.office.accounts.signIn('focal-sn@example.org', password, {
    network: '192.0.2.1',
  });
  assert.ok('session' in came);
  cookie = `session=${came.session.token}`;
});
after(() => running.close());

interface Upload {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Comes first, then `again` until there are two gigabytes. */
  readonly first: string;
  readonly again: string;
  /** Whether its length is named before; else it comes in chunks. */
  readonly announced: boolean;
}

/** Sends it as fast as the door takes it, up to the end or until the door closes. Gives the answer and how many bytes were sent. */
async function sent({ path, headers, first, again, announced }: Upload): Promise<readonly [string, number]> {
  const { hostname, port } = new URL(running.address);
  const socket = connect(Number(port), hostname);
  let answer = '';
  socket.setEncoding('utf8').on('data', (text) => {
    answer += text;
  });
  let hear = () => {};
  for (const event of ['drain', 'data', 'close']) socket.on(event, () => hear());
  const heard = () =>
    new Promise<void>((resolve) => {
      hear = resolve;
    });
  // The door closes while we are still sending: that is what it is asked to do.
  socket.on('error', () => undefined);
  const length = announced ? `content-length: ${size}` : 'transfer-encoding: chunked';
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.write(
    `POST ${path} HTTP/1.1\r\nhost: ${hostname}:${port}\r\n${length}\r\n${lines.join('\r\n')}\r\n\r\n`,
  );
  const block = Buffer.from(again.repeat(Math.ceil(1_000_000 / again.length)));
  const head = Buffer.from(first);
  let bytes = 0;
  for (let piece = head; bytes < size && !socket.destroyed; piece = block) {
    bytes += piece.length;
    if (!announced) socket.write(`${piece.length.toString(16)}\r\n`);
    const taken = socket.write(piece);
    if (!announced) socket.write('\r\n');
    if (!taken) await heard();
    if (answer.includes('\r\n\r\n')) break;
  }
  while (!answer.includes('\r\n\r\n') && !socket.destroyed) await heard();
  socket.destroy();
  return [answer, bytes];
}

const boundary = '----------two-gigabytes';
const form = {
  headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, 'sec-fetch-site': 'same-origin' },
  first: `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\nPK\u0003\u0004`,
  again: 'PK',
};
const validation = {
  path: '/api/validate',
  headers: { 'content-type': 'application/xml' },
  first: '<iati-activities version="2.03">',
  again: `${goodActivity}\n`,
};
const doors = {
  'to the upload of a post': () => ({
    ...form,
    path: '/en/upload?post=focal-sn',
    headers: { ...form.headers, cookie },
  }),
  'to the page that checks': () => ({ ...form, path: '/en/check' }),
  'to the API that checks': () => validation,
};

for (const [door, upload] of Object.entries(doors))
  for (const announced of [true, false])
    test(`two gigabytes ${door}, ${announced ? 'announced' : 'in chunks'}, are refused with the limit and fill no memory`, async () => {
      const before = process.memoryUsage().rss;
      let most = before;
      const watch = setInterval(() => {
        most = Math.max(most, process.memoryUsage().rss);
      }, 20);
      const [answer, bytes] = await sent({ ...upload(), announced }).finally(() => clearInterval(watch));
      assert.match(answer, /^HTTP\/1\.1 413 /, answer.slice(0, 300));
      assert.match(answer, /20|50/, 'the limit is named');
      assert.ok(bytes < 200_000_000, `${bytes} bytes were taken`);
      assert.ok(most - before < mostGrowth, `${Math.round((most - before) / 1e6)} MB more`);
      assert.equal((await fetch(`${running.address}/health`)).status, 200);
    });
