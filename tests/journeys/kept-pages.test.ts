import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, beforeEach, test } from 'node:test';
import { joinDoors, readyPages } from '../../src/join-doors.ts';
import { follow } from '../../src/operations/follow.ts';
import { quickly } from '../../src/service/at-hand.ts';
import { type Door, openDoor } from '../../src/service/door.ts';
import { type Outcome, Watch, watched } from '../../src/service/watched.ts';
import { commonPages } from '../../src/web/common-pages.ts';
import { english, written } from '../fixtures/small-house.ts';
import { type SmallOffice, smallOffice } from '../fixtures/small-office.ts';

// Pages that lie ready are given past the app: nobody may see a difference but in time.

let office: SmallOffice;
let door: Door;
let address = '';
/** Answers that went through the app. */
let throughApp = 0;
let outcomes: Outcome[] = [];
let underWay = 0;
const failures: string[] = [];
const mostAtOnce = 4;

before(async () => {
  office = await smallOffice();
  await office.log.append([written('wells', { title: english('Wells of Kayar') })]);
  await follow(office);
  const watch = new Watch({
    lines: { request: () => {}, failure: () => {}, note: () => {} },
    figures: {
      answered: ({ method, route, status }) => void outcomes.push({ method, route, status }),
      refused: () => {},
      underWay: (count) => {
        underWay = count;
      },
      text: async () => '',
      contentType: '',
    },
    mostAtOnce,
  });
  const common = commonPages(office, { cacheBytes: 5_000_000, listsLastMs: 0 });
  const through = watched(watch);
  const app = joinDoors(
    office,
    {
      version: 'test',
      publicAddress: '',
      writeKey: 'k'.repeat(43),
      cacheBytes: 0,
      onFailure: ({ message }) => void failures.push(message),
      before: (context, next) => {
        throughApp += 1;
        return through(context, next);
      },
    },
    common,
  );
  door = await openDoor({ host: '127.0.0.1', port: 0 });
  door.serve(app, quickly(readyPages(common), watch));
  address = `http://127.0.0.1:${door.port}`;
});
after(() => door.close());
beforeEach(() => {
  throughApp = 0;
  outcomes = [];
});

/** What came, without what differs from one answer to the next. */
async function get(path: string, headers: Record<string, string> = {}) {
  const answer = await fetch(`${address}${path}`, { headers });
  const text = await answer.text();
  const said = new Map(answer.headers);
  assert.match(said.get('x-request-id') ?? '', /^[\w-]{8,64}$/);
  for (const own of ['date', 'x-request-id']) said.delete(own);
  return { status: answer.status, text, said };
}

test('a page that lies ready comes with the same bytes and the same headers as through the app', async () => {
  for (const path of ['/en/activity/wells', '/fr/search?q=wells&sort=newest', '/en/flows.csv']) {
    for (const encoding of ['br', 'gzip', 'identity']) {
      throughApp = 0;
      const first = await get(path, { 'accept-encoding': encoding });
      const quick = await get(path, { 'accept-encoding': encoding });
      assert.ok(throughApp <= 1, 'the second was quick');
      assert.equal(quick.status, 200);
      assert.deepEqual(quick, first, `${path} ${encoding}`);
    }
  }
});

test('it is counted with the pattern of its address, as through the app', async () => {
  await get('/ar/activity/wells');
  await get('/ar/activity/wells');
  assert.equal(throughApp, 1);
  const [first, second] = outcomes;
  assert.equal(second?.route, first?.route);
  assert.match(second?.route ?? '', /:register/);
  assert.equal(underWay, 0);
});

test('who has it already is told so without a body, past the app too', async () => {
  const { said } = await get('/en/activity/wells');
  const again = await get('/en/activity/wells', { 'if-none-match': said.get('etag') ?? '' });
  assert.equal(throughApp, 0);
  assert.equal(again.status, 304);
  assert.equal(again.text, '');
  assert.match(again.said.get('content-security-policy') ?? '', /default-src 'none'/);
});

test('parameters in another order are the same page', async () => {
  await get('/en/search?q=wells&sort=newest');
  throughApp = 0;
  await get('/en/search?sort=newest&q=wells');
  assert.equal(throughApp, 0);
});

test('after a change the next reader sees it, of a record and of a list', async () => {
  for (const path of ['/en/activity/wells', '/en/search?q=kayar']) await get(path);
  throughApp = 0;
  const title = english('Wells and pumps of Kayar');
  await office.log.append([written('wells', { title }, { number: 2 })]);
  for (const path of ['/en/activity/wells', '/en/search?q=kayar']) {
    assert.match((await get(path)).text, /Wells and pumps/, path);
    assert.match((await get(path)).text, /Wells and pumps/, path);
  }
  assert.equal(throughApp, 2, 'each was made once more');
});

test('who shows a session, sends something, or asks as a program goes through the app', async () => {
  await get('/en/activity/wells');
  throughApp = 0;
  await get('/en/activity/wells', { cookie: 'lang=fr; session=somebody' });
  await get('/en/activity/wells', { cookie: 'written=7' });
  await fetch(`${address}/en/activity/wells`, { method: 'HEAD' });
  await get('/en/activity/wells.json');
  assert.equal(throughApp, 4);
  await get('/en/activity/wells', { cookie: 'lang=fr' });
  assert.equal(throughApp, 4, 'the language once chosen changes no page');
});

test('requests that come on one line before the answers are out are answered in their order', async () => {
  for (const path of ['/en/activity/wells', '/en/']) await get(path, { 'accept-encoding': 'br' });
  const asked = ['/en/activity/wells', '/en/nothing-here', '/en/', '/en/activity/wells'];
  const socket = connect(door.port, '127.0.0.1');
  const parts: Buffer[] = [];
  socket.on('data', (part) => parts.push(part));
  const heads = asked.map((path, n) => {
    const close = n === asked.length - 1 ? 'connection: close\r\n' : '';
    return `GET ${path} HTTP/1.1\r\nhost: x\r\naccept-encoding: br\r\n${close}x-request-id: request-${n}\r\n\r\n`;
  });
  socket.write(heads.join(''));
  await once(socket, 'end');
  const ids = Buffer.concat(parts)
    .toString('latin1')
    .matchAll(/x-request-id: (request-\d)/gi);
  assert.deepEqual(
    [...ids].map(([, id]) => id),
    ['request-0', 'request-1', 'request-2', 'request-3'],
  );
});

test('where news cannot be looked for the app says so, and nothing stays under way', async (t) => {
  await get('/en/activity/wells');
  const head = t.mock.method(office.log, 'head', async () => {
    throw new Error('no disk');
  });
  const answer = await fetch(`${address}/en/activity/wells`);
  head.mock.restore();
  assert.equal(answer.status, 500);
  assert.deepEqual(failures, ['no disk']);
  assert.equal(underWay, 0);
  assert.equal((await get('/en/activity/wells')).status, 200);
});

test('a page made smaller in the background is still the same page', async () => {
  const { said } = await get('/en/activity/wells', { 'accept-encoding': 'br' });
  for (let n = 0; n < 40; n += 1) await get('/en/activity/wells', { 'accept-encoding': 'br' });
  const later = await fetch(`${address}/en/activity/wells`, { headers: { 'accept-encoding': 'br' } });
  assert.equal(later.headers.get('etag'), said.get('etag'));
  assert.match(await later.text(), /Wells/);
});
