import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Hono } from 'hono';
import { marrakechHouse } from '../../../tests/fixtures/marrakech-house.ts';
import { officeOf } from '../../../tests/fixtures/small-office.ts';
import { webApp } from '../routes.ts';

const board = '/en/follow-up/marrakech-framework-2003';
let app: Hono;

before(async () => {
  app = webApp(await officeOf(await marrakechHouse()), { publicAddress: '', cacheBytes: 1_000_000 });
});

async function bodyOf(address: string): Promise<string> {
  const answer = await app.request(address);
  assert.equal(answer.status, 200, address);
  return (await answer.text()).replaceAll('&amp;', '&');
}

/** What the line under the bar says: how many stand how. */
function statesOn(page: string): Readonly<Record<string, number>> {
  const line = page.split('<p class=sort>')[1]?.split('</p>')[0] ?? '';
  return Object.fromEntries(
    [...line.matchAll(/<\/svg> ([^<]+) <b>(\d+)<\/b>/g)].map(([, state = '', n]) => [state, Number(n)]),
  );
}

const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0);

test('the board of 2004, of 2009 and of today differ as history says, and each adds up to fifty', async () => {
  const of = async (day: string) => statesOn(await bodyOf(`${board}?asOf=${day}`));
  const [early, middle, late] = [await of('2004-12-31'), await of('2009-01-01'), await of('2026-11-01')];
  assert.deepEqual([early, middle, late].map(sum), [50, 50, 50]);
  assert.equal(early['Done late'], undefined);
  assert.equal(middle['Done late'], 1);
  assert.equal(late['Superseded'], 3);
});

test('a filter is an address, and one click takes it away again', async () => {
  const page = await bodyOf(`${board}?theme=trade&state=lapsed`);
  assert.ok(page.includes(`<a class=x href="${board}?state=lapsed"`), 'theme away');
  assert.ok(page.includes(`<a class=x href="${board}?theme=trade"`), 'state away');
  assert.ok(page.includes(`<a class=all href="${board}">`), 'all away');
});

test('a number in the table by theme is the number of measures that it leads to', async () => {
  const page = await bodyOf(`${board}?by=theme`);
  const cells = [...page.matchAll(/<td class=num><a href="([^"]*theme=[^"]*)">(\d+)<\/a>/g)];
  assert.ok(cells.length > 20);
  for (const [, address = '', n] of cells.slice(0, 12)) {
    const rows = (await bodyOf(address)).split('id=results')[1]?.split('</table>')[0] ?? '';
    assert.equal(rows.match(/<th scope=row>/g)?.length, Number(n), address);
  }
});

test('that nothing is known is told as the word of a report where one says so, and as silence where nobody spoke', async () => {
  const page = await bodyOf(`${board}?state=noInformation&asOf=2004-12-31`);
  const table = page.split('id=results')[1]?.split('</table>')[0] ?? '';
  const rows = table.split('<th scope=row>').slice(1);
  const reported = (row: string) => !row.includes('<td>never');
  assert.ok(rows.some(reported) && !rows.every(reported));
  for (const row of rows)
    assert.equal(row.includes('<small>so the latest report says</small>'), reported(row), row);
});

test('a state is never colour alone: each stands there as a shape and as a word', async () => {
  const page = await bodyOf(board);
  const rows = page.split('id=results')[1]?.split('</table>')[0] ?? '';
  assert.equal(rows.match(/<svg [^>]*aria-hidden=true>.*?<\/svg> [A-Z]/g)?.length, 50);
});

test('a day that is none is refused, and says what would be right', async () => {
  for (const address of [`${board}?asOf=2009`, `${board}?since=soon`, '/en/follow-up?asOf=x']) {
    const answer = await app.request(address);
    assert.equal(answer.status, 400, address);
    assert.match(await answer.text(), /YYYY-MM-DD/);
  }
});

test('what is no instrument has no board', async () => {
  assert.equal((await app.request('/en/follow-up/nothing')).status, 404);
});

test('a measure says how it stands, what that rests on and what shows it, as of the day asked for', async () => {
  const measure = '/en/measure/marrakech-framework-2003-m22';
  const now = await bodyOf(measure);
  assert.match(now, /Done late/);
  assert.match(now, /This rests on: <a href="\/en\/progressReport\/marrakech-framework-2003-m22-2005-11-10"/);
  assert.match(now, /UN News, 20 September 2005/);
  const then = await bodyOf(`${measure}?asOf=2005-01-01`);
  assert.doesNotMatch(then.split('What was said of it')[0] ?? '', /Done late/);
  assert.match(then, /Under way <b>overdue<\/b>/);
});

test('a report leads to its measure, a measure and an instrument to the board', async () => {
  assert.match(
    await bodyOf('/en/progressReport/marrakech-framework-2003-m22-2005-09-20'),
    /Speaks of: <a href="\/en\/measure\/marrakech-framework-2003-m22">22\. /,
  );
  for (const page of ['measure/marrakech-framework-2003-m22', 'instrument/marrakech-framework-2003'])
    assert.ok((await bodyOf(`/en/${page}`)).includes(`href="${board}"`), page);
});

test('a body that is to act has a page that leads to its part of each board', async () => {
  const page = await bodyOf('/en/follow-up/bodies?name=UNCTAD');
  assert.ok(page.includes(`${board}?actor=UNCTAD`));
  assert.match(await bodyOf('/en/follow-up/bodies?name=Nobody'), /names “Nobody”/);
});

test('what changed since the last meeting is one click away: states that moved, and what was said', async () => {
  const since = (await bodyOf(board)).match(/href="([^"]*since=2014-09-26[^"]*)">Since Annual Meeting/)?.[1];
  assert.ok(since !== undefined);
  const page = await bodyOf(since);
  assert.match(page, /<h3>States that moved \(\d+\)<\/h3>/);
  assert.match(page, /<h3>Reports and decisions since \(\d+\)<\/h3>/);
  assert.match(page, /<a href="\/en\/progressReport\/marrakech-framework-2003-m/);
});
