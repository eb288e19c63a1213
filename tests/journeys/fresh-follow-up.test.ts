import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { measureStates } from '../../src/followup/entry.ts';
import { interfaceLanguages } from '../../src/kernel/language-tag.ts';
import { framework } from '../fixtures/house-of-marrakech.ts';
import { type RunningHouse, startHouse } from '../fixtures/running-house.ts';

// What somebody sees who has started the program a minute ago and has done nothing yet.

let house: RunningHouse;

before(async () => {
  house = await startHouse();
});
after(() => house.drop());

async function page(path: string): Promise<string> {
  const answer = await fetch(`${house.address}${path}`);
  assert.equal(answer.status, 200, path);
  return answer.text();
}

interface Said {
  readonly id: string;
  readonly state: string;
}
interface BoardJson {
  readonly measures: number;
  readonly facets: Readonly<
    Record<'state' | 'due', readonly { readonly value: string; readonly count: number }[]>
  >;
  readonly rows: readonly {
    readonly id: string;
    readonly number: string;
    readonly state: string;
    readonly because?: Said;
    readonly reports: number;
  }[];
}

async function board(asOf: string): Promise<BoardJson> {
  const path = `/api/follow-up/instruments/${framework}?asOf=${asOf}&size=50`;
  // Held against the description of the API elsewhere.
  return JSON.parse(await page(path)) as BoardJson;
}

test('a node just started shows fifty measures; every state is explained by what it rests on, with what shows it', async () => {
  const { rows, measures, facets } = await board('2026-11-28');
  assert.deepEqual([measures, rows.length], [50, 50]);
  assert.equal(
    facets.state.reduce((sum, { count }) => sum + count, 0),
    50,
  );
  for (const { id, state, because } of rows) {
    const shown = await page(`/en/measure/${id}?asOf=2026-11-28`);
    if (because === undefined) {
      assert.equal(state, 'noInformation', id);
      assert.match(shown, /Nobody has reported on it|Claimed without evidence/, id);
      continue;
    }
    assert.ok(shown.includes(`This rests on: <a href="/en/progressReport/${because.id}"`), id);
    const report = await page(`/en/progressReport/${because.id}`);
    assert.match(report, /href="?https?:\/\/(?!127)/, `${because.id} names an address that shows it`);
  }
});

test('of silence it says that nobody has reported, never that something is under way', async () => {
  const { rows } = await board('2026-11-28');
  const silent = rows.filter(({ reports }) => reports === 0);
  assert.ok(silent.every(({ state }) => state === 'noInformation'));
});

test('the board as of 2004, of 2009 and of today are three boards, each of fifty measures', async () => {
  const days = ['2004-06-30', '2009-12-31', '2026-11-28'];
  const boards = await Promise.all(days.map(board));
  const counted = boards.map(({ facets }) => JSON.stringify(facets.state));
  assert.equal(new Set(counted).size, 3);
  const known = boards.map(
    ({ facets }) => 50 - (facets.state.find(({ value }) => value === 'noInformation')?.count ?? 0),
  );
  assert.ok((known[0] ?? 0) < (known[1] ?? 0), `${known}: in 2009 more was known than in 2004`);
});

test('the report to the ministers comes in seven languages, with the numbers of the board', async () => {
  const { facets } = await board('2026-11-28');
  for (const lang of interfaceLanguages) {
    const report = await page(`/${lang}/follow-up/${framework}/report.html?asOf=2026-11-28`);
    assert.match(report, new RegExp(`<html lang="${lang}"`));
    const [table = ''] = report.split('</table>');
    const rows = table.split('<tr').slice(2);
    assert.equal(rows.length, measureStates.length + 1, lang);
    for (const [at, { count }] of facets.state.entries())
      assert.equal(Number(/class="n"[^>]*>\D*?(\d+)/.exec(rows[at] ?? '')?.[1]), count, `${lang}, row ${at}`);
  }
  for (const [format, begins] of [
    ['pdf', '%PDF'],
    ['docx', 'PK'],
  ]) {
    const path = `/ar/follow-up/${framework}/report.${format}?asOf=2026-11-28`;
    const bytes = Buffer.from(await (await fetch(`${house.address}${path}`)).arrayBuffer());
    assert.ok(bytes.toString('latin1').startsWith(begins ?? ''), path);
  }
});
