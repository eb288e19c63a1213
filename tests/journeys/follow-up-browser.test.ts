import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { measureStates } from '../../src/followup/entry.ts';
import { interfaceLanguages } from '../../src/kernel/language-tag.ts';
import { chromiumPath, openChromium } from '../fixtures/chromium.ts';
import { editedBook, rowsIn } from '../fixtures/edited-book.ts';
import { framework, loadCollections } from '../fixtures/house-of-marrakech.ts';
import { type RunningOffice, runningOffice } from '../fixtures/running-office.ts';
import { type PersonId, password } from '../fixtures/small-office.ts';
import { takesSeat } from '../fixtures/takes-seat.ts';

const skip = chromiumPath === undefined ? 'SKIPPED: no Chromium here; CHROMIUM may name one' : false;
const board = `/en/follow-up/${framework}`;

// The Marrakech Framework as its secretariat and three countries follow it up, in a browser without script: the board of
// three days, a round that is answered by form, workbook and program, its report, a consultation.
describe('the framework of Marrakech, followed up', { skip }, () => {
  let running: RunningOffice;
  let browser: BrowserContext;
  let page: Page;
  let round = '';

  before(async () => {
    running = await runningOffice();
    running.office.clock.set('2026-11-28T08:00:00.000Z');
    await loadCollections(running.office);
    browser = await openChromium({ javaScript: false });
    page = await browser.newPage();
  });
  after(async () => {
    await browser?.close();
    await running?.close();
  });

  const open = (path: string) => page.goto(`${running.address}${path}`);
  const text = async () => (await page.locator('main').innerText()).replace(/\s+/g, ' ');

  const as = (who: PersonId) => takesSeat(page, running, `${who}@example.org`);

  /** Opens every fold of the form. */
  async function unfold(): Promise<void> {
    const folded = page.locator('form details:not([open]) > summary').filter({ visible: true });
    while ((await folded.count()) > 0) await folded.first().click();
  }

  async function json<T>(path: string): Promise<T> {
    const answer = await fetch(`${running.address}${path}`);
    assert.equal(answer.status, 200, path);
    // The shapes are held against the description of the API elsewhere.
    return (await answer.json()) as T;
  }

  interface BoardJson {
    readonly measures: number;
    readonly rows: readonly { readonly id: string; readonly number: string; readonly state: string }[];
    readonly facets: { readonly state: readonly { readonly value: string; readonly count: number }[] };
  }
  const boardOf = (asOf: string) =>
    json<BoardJson>(`/api/follow-up/instruments/${framework}?asOf=${asOf}&size=50`);
  const measure = (number: number) => `${framework}-m${number}`;

  test('the board shows fifty measures, and each state leads to what it rests on', async () => {
    await open(board);
    assert.match(await text(), /50 measures/);
    const { rows, measures } = await boardOf('2026-11-28');
    assert.deepEqual([measures, rows.length], [50, 50]);
    for (const { id, state } of rows.filter((row) => row.state !== 'noInformation')) {
      const answer = await fetch(`${running.address}/en/measure/${id}`);
      const body = await answer.text();
      assert.match(body, /href="?https?:\/\/(?!127)/, `${id}, ${state}: evidence with an address`);
    }
  });

  test('as of 2004, 2009 and today the board stands as history has it', async () => {
    const stateOf = async (asOf: string) => {
      const { rows } = await boardOf(asOf);
      return Object.fromEntries(rows.map(({ number, state }) => [number, state]));
    };
    const [then, later, today] = [
      await stateOf('2004-06-30'),
      await stateOf('2009-12-31'),
      await stateOf('2026-11-28'),
    ];
    // E-tourism: launched 2005, due 2004. Digital Solidarity Fund: dissolved 2009. WIDE: superseded 2019.
    assert.deepEqual([then['22'], later['22'], today['22']], ['underWay', 'doneLate', 'doneLate']);
    assert.deepEqual([then['4'], later['4'], today['4']], ['noInformation', 'lapsed', 'lapsed']);
    assert.deepEqual([later['33'], today['33']], ['noInformation', 'superseded']);
    assert.deepEqual([then['50'], later['50'], today['50']], ['noInformation', 'underWay', 'noInformation']);
    for (const asOf of ['2004-06-30', '2009-12-31']) {
      await open(`${board}?asOf=${asOf}`);
      const { facets } = await boardOf(asOf);
      const shown = await text();
      assert.match(shown, new RegExp(asOf.slice(0, 4)));
      assert.equal(
        facets.state.reduce((sum, { count }) => sum + count, 0),
        50,
        'states add up',
      );
    }
  });

  test('the secretariat opens a round on two measures; three countries are asked', async () => {
    await as('secretariat');
    await open(`/en/follow-up/rounds/new?post=secretariat&instrument=${framework}`);
    await page.fill('[name=title]', 'Round of 2026');
    await page.fill('[name=measures]', '10, 33');
    await page.fill('[name=deadline]', '2027-01-31');
    await page.fill('[name=countries]', 'Senegal\nBrazil\nMozambique');
    await page.locator('form:has([name=deadline]) button').last().click();
    round = /rounds\/([a-z0-9-]+)$/.exec(page.url())?.[1] ?? '';
    assert.match(await text(), /2 measures.*No answer 3/);
    await open(`${board}/report`);
    assert.match(await text(), /stays a draft.*Round of 2026/);
    assert.equal(await page.locator('form[method=post]').filter({ hasText: 'archive' }).count(), 0);
  });

  test('Senegal answers by form, with what was said last filled in; numbers without units come back', async () => {
    await as('focal-sn');
    await page.getByRole('link', { name: 'Round of 2026' }).click();
    await page.locator('a[href*="progressReport/new"]').first().click();
    assert.match(await page.inputValue('[name="title.en"]'), /Measure 10: report of Senegal/);
    await page.fill('[name=on]', '2026-11');
    await unfold();
    await page.fill('[name="figures.0.value"]', '12');
    await page.selectOption('[name="figures.0.basis"]', 'reported');
    await page.fill('[name="sources.0.title"]', 'Official gazette');
    await page.fill('[name="sources.0.url"]', 'gazette');
    await page.locator('button[name=do][value=release]').click();
    const refused = await text();
    assert.match(refused, /not a web address/);
    await page.fill('[name="sources.0.url"]', 'https://example.org/gazette');
    await page.fill('[name="figures.0.unit.en"]', 'tariff lines');
    await page.locator('button[name=do][value=release]').click();
    await open(`/en/follow-up/rounds/${round}/answer?post=focal-sn`);
    await page.locator('input[name=measure]').last().check();
    await page.locator('button[value=nothing]').click();
    for (const box of await page.locator('input[name=measure]').all()) await box.check();
    await page.locator('button[value=send]').click();
    await open(`/en/follow-up/rounds/${round}`);
    assert.match(await text(), /Senegal Answered in time 2 \/ 2/);
  });

  test('Brazil answers by workbook', async () => {
    await as('focal-br');
    const path = `/en/follow-up/rounds/${round}`;
    const answer = await browser.request.get(`${running.address}${path}/workbook?post=focal-br`);
    const book = Buffer.from(await answer.body());
    assert.equal(rowsIn(book).length, 2);
    const cells = { Date: '2026-11-20', State: 'Done', Countries: 'Brazil; Mozambique' };
    const filled = editedBook(book, [
      { sheet: 0, row: 2, cells },
      { sheet: 0, row: 3, cells: { Date: '2026-11-20', State: 'Under way', Countries: 'Brazil' } },
    ]);
    await open(`${path}/answer?post=focal-br`);
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    await page.setInputFiles('[name=file]', { name: 'round.xlsx', mimeType, buffer: filled });
    await page.locator('form[enctype] button').click();
    assert.match(await text(), /2 kept/);
    for (const box of await page.locator('input[name=measure]').all()) await box.check();
    await page.locator('button[value=send]').click();
    await open(path);
    assert.match(await text(), /Brazil Answered in time 2 \/ 2/);
  });

  test('Mozambique answers by program, and disputes what Brazil says of both', async () => {
    const ask = async (path: string, init: RequestInit & { readonly token?: string }) => {
      const { token, ...rest } = init;
      const headers = { ...rest.headers, 'content-type': 'application/json' };
      const signed = token === undefined ? headers : { ...headers, authorization: `Bearer ${token}` };
      return fetch(`${running.address}${path}`, { ...rest, headers: signed });
    };
    const body = JSON.stringify({ email: 'focal-mz@example.org', password });
    const session = await ask('/en/sign-in.json', { method: 'POST', body });
    const { token } = (await session.json()) as { readonly token: string };
    const desk = (await (await ask('/en/desk.json?post=focal-mz', { token })).json()) as {
      readonly rounds: readonly { readonly id: string; readonly left: number }[];
    };
    assert.deepEqual(
      desk.rounds.map(({ id, left }) => [id, left]),
      [[round, 2]],
    );
    const values = {
      title: { original: 'en', texts: { en: 'Measure 10: Mozambique' } },
      measure: { register: 'measure', id: measure(10) },
      round: { register: 'reportRound', id: round },
      countries: ['MZ'],
      on: '2026-11',
      state: 'underWay',
    };
    const address = '/en/progressReport/mz-10';
    const written = await ask(`${address}.json`, {
      method: 'PUT',
      token,
      headers: { 'if-none-match': '*' },
      body: JSON.stringify({ values }),
    });
    assert.equal(written.status, 201, await written.clone().text());
    const released = await ask(`${address}/release.json`, {
      method: 'POST',
      token,
      headers: { 'if-match': written.headers.get('etag') ?? '' },
      body: '{}',
    });
    assert.equal(released.status, 200);
    await as('focal-mz');
    await open(`/en/follow-up/rounds/${round}`);
    await page.locator('a[aria-label="Measure 10: report of Brazil"]').click();
    await page.goto(`${page.url()}/dispute?field=state`);
    await page.selectOption('[name=state]', 'underWay');
    await page.fill('[name=note]', 'Not ratified by us');
    await page.locator('form[action*="/dispute"] button').last().click();
    await open(`/en/follow-up/rounds/${round}`);
    const shown = await text();
    assert.match(shown, /Brazil Answered in time 2 \/ 2.*1 disputed/);
    assert.match(shown, /Mozambique Answered in part 1 \/ 2/);
  });

  test('the round is closed, and with it the report: in seven languages, as it then stays', {
    timeout: 600_000,
  }, async () => {
    await as('secretariat');
    await open(`/en/follow-up/rounds/${round}`);
    page.setDefaultTimeout(400_000);
    page.setDefaultNavigationTimeout(400_000);
    await page.locator('form[action$="/close"] button').click();
    page.setDefaultTimeout(30_000);
    page.setDefaultNavigationTimeout(30_000);
    assert.match(await text(), /Report No\. 1, closed with this round/);
    const { reports } = await json<{
      readonly reports: readonly {
        readonly round: string;
        readonly files: readonly {
          readonly address: string;
          readonly sha256: string;
          readonly format: string;
        }[];
      }[];
    }>(`/api/follow-up/instruments/${framework}/reports`);
    assert.deepEqual([reports.length, reports[0]?.round], [1, round]);
    const begins: Readonly<Record<string, string>> = { pdf: '%PDF', docx: 'PK', html: '<!doctype html>' };
    const files = reports[0]?.files ?? [];
    assert.equal(files.length, interfaceLanguages.length * 3);
    for (const { address, sha256, format } of files) {
      const bytes = new Uint8Array(await (await fetch(`${running.address}${address}`)).arrayBuffer());
      assert.equal(hash('sha256', bytes), sha256, address);
      assert.ok(
        Buffer.from(bytes)
          .toString('latin1')
          .startsWith(begins[format] ?? '?'),
        address,
      );
    }
    await open(`/en/follow-up/${framework}/reports/1.html`);
    const report = await page.locator('body').innerText();
    assert.match(report, /Closed and archived as No\. 1/);
    assert.equal(await page.locator('.mark').count(), 0, 'no watermark');
    assert.match(report, /Countries asked in the round that have answered in part \(1\)\s+Mozambique/);
    const { facets } = await boardOf('2026-11-28');
    const table = (await page.locator('table').first().innerText()).replace(/\s+/g, ' ');
    for (const { count } of facets.state) assert.match(table, new RegExp(`\\b${count}\\b`));
    assert.equal(facets.state.length, measureStates.length);
  });

  test('a consultation ends in an outcome that two measures show', async () => {
    await open('/en/consultation/new?post=secretariat');
    await page.fill('[name="title.en"]', 'The next round of the GSTP');
    await page.selectOption('[name=visibility]', 'everybody');
    await unfold();
    await page.selectOption('[name="countries.0"]', { label: 'Senegal' });
    await page.fill('[name="draft.en"]', 'We ratify.\n\nWe report.');
    await keepAndRelease();
    const consultation = new URL(page.url()).pathname;
    await as('focal-sn');
    await open(consultation);
    await page.locator('a[href*="position/new"]').click();
    await page.fill('[name="title.en"]', 'For it');
    await page.selectOption('[name=stance]', 'supports');
    await keepAndRelease();
    await open(consultation);
    assert.match(await text(), /1 of 1 members/);
    await as('secretariat');
    await open(consultation);
    await page.locator('a[href*="outcome/new"]').click();
    await page.fill('[name="title.en"]', 'One voice on the GSTP');
    await unfold();
    await page.fill('[name=on]', '2026-11-28');
    await page.fill('[name="measures.0.id"]', measure(10));
    await page.locator('button[name=more][value=measures]').click();
    await page.fill('[name="measures.1.id"]', measure(33));
    await keepAndRelease();
    for (const number of [10, 33]) {
      await open(`/en/measure/${measure(number)}`);
      assert.match(await text(), /One voice on the GSTP/);
    }
  });

  /** Saves the form and gives it away in one go, as the post may. */
  async function keepAndRelease(): Promise<void> {
    await page.locator('button[name=do][value=release]').click();
  }
});
