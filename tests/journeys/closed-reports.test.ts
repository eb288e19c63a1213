import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import { asks, joinedDoors, tokenOf } from '../fixtures/joined-doors.ts';
import { english, written } from '../fixtures/small-house.ts';
import { type SmallOffice, smallOffice } from '../fixtures/small-office.ts';

// The secretariat closes a report on its page; everybody then finds it, in every language, unchanged.

/** A file as the list has it. */
interface Listed {
  readonly address: string;
  readonly sha256: string;
  readonly bytes: number;
}

let office: SmallOffice;
let app: Hono;

before(async () => {
  office = await smallOffice();
  await office.log.append([
    written(
      'plan',
      { title: english('Plan of the wells'), adoptedOn: '2003-12-19' },
      { register: 'instrument' },
    ),
    written(
      'm1',
      { instrument: { register: 'instrument', id: 'plan' }, number: '1' },
      { register: 'measure' },
    ),
  ]);
  app = joinedDoors(office);
});
after(() => office.log.close());

async function page(cookie: string): Promise<string> {
  const answer = await app.request('/en/follow-up/plan/report', { headers: { host: 'localhost', cookie } });
  assert.equal(answer.status, 200);
  return answer.text();
}

test('a reader chooses day, language and format, and gets a draft', async () => {
  const html = await page('');
  assert.match(html, /formaction="\/ar\/follow-up\/plan\/report\.pdf"/);
  assert.doesNotMatch(html, /method=post/);
  const draft = await app.request('/zh/follow-up/plan/report.html?asOf=2024-01-01&since=&country=');
  assert.equal(draft.status, 200);
  const text = await draft.text();
  assert.match(text, /<html lang="zh" dir="ltr">/);
  assert.match(text, /class="mark"[^>]*>草稿/);
  assert.match(draft.headers.get('content-security-policy') ?? '', /default-src 'none'/);
});

test('a day that is none is refused', async () => {
  const answer = await app.request('/en/follow-up/plan/report.pdf?asOf=soon');
  assert.equal(answer.status, 400);
});

test('the secretariat closes the report: numbered, listed, every file as its digest says', async () => {
  const cookie = `session=${await tokenOf(app, 'secretariat')}`;
  const form = /name="form" value="([^"]+)"/.exec(await page(cookie))?.[1] ?? '';
  const closed = await app.request('/en/follow-up/plan/report', {
    method: 'POST',
    headers: {
      host: 'localhost',
      cookie,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({
      form,
      post: 'secretariat',
      asOf: '2024-05-06',
      since: '',
      country: '',
    }).toString(),
  });
  assert.equal(closed.status, 303);
  // What comes was held against the schema of the answer.
  const { reports } = (await (await asks(app, '/api/follow-up/instruments/plan/reports')).json()) as {
    readonly reports: readonly { readonly number: number; readonly files: readonly Listed[] }[];
  };
  const [report] = reports;
  assert.ok(report !== undefined);
  assert.deepEqual([reports.length, report.number, report.files.length], [1, 1, 21]);
  for (const { address, sha256, bytes } of report.files) {
    const file = await app.request(address);
    const body = new Uint8Array(await file.arrayBuffer());
    assert.deepEqual([hash('sha256', body), body.length], [sha256, bytes], address);
  }
  const html = await (await app.request('/en/follow-up/plan/reports/1.html')).text();
  assert.match(html, /Closed and archived as No\. 1/);
  assert.doesNotMatch(html, /class="mark"/);
  assert.match(await page(''), /Report No\. 1/);
  const history = await (await app.request('/en/instrument/plan/history')).text();
  assert.match(history, /closed/);
});

test('no other number has a file', async () => {
  assert.equal((await app.request('/en/follow-up/plan/reports/2.pdf')).status, 404);
});
