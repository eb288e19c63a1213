// Draws docs/pictures: for the handbook an office with an invented story, seen in Chromium as its people see it (what is
// in it is in scripts/pictures/story.ts; nothing of it is true); for the first page of the project the starter collection.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { invite } from '../src/operations/posts/invite.ts';
import { openChromium } from '../tests/fixtures/chromium.ts';
import { editedBook, rowsIn } from '../tests/fixtures/edited-book.ts';
import { startHouse } from '../tests/fixtures/running-house.ts';
import { type RunningOffice, runningOffice } from '../tests/fixtures/running-office.ts';
import { type PersonId, password } from '../tests/fixtures/small-office.ts';
import { tellStory } from './pictures/story.ts';

const folder = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
const width = 1000;
const mostBytes = 140_000;
/** The first page of the project shows a whole window. */
const firstWidth = 1280;
const mostBytesOfFirst = 220_000;
/** Free space around what is shown, in pixels. */
const margin = 20;

const { close, office, address }: RunningOffice = await runningOffice();
const wide = await openChromium({ javaScript: false, width });
const narrow = await openChromium({ javaScript: false, width: 320 });

try {
  await tellStory(office);
  const page = await wide.newPage();
  await ofVisitors(page);
  await ofContributor(page);
  await ofFocalPoint(page);
  await ofOthers(page);
  await ofExcel(page);
  await inArabic(await narrow.newPage());
  await ofStarter();
} finally {
  await wide.close();
  await narrow.close();
  await close();
}

async function ofVisitors(page: Page): Promise<void> {
  await open(page, '/en/activity/radio');
  await save('freshness', page, page.locator('main .kind').first(), page.locator('main .note').first());
  await open(page, '/en/activity/milk');
  await save('dispute', page, page.locator('main .kind').first(), page.locator('main .scroll').first());
  await open(page, '/en/sign-in');
  await save('sign-in', page, page.locator('main > *'));
}

async function ofContributor(page: Page): Promise<void> {
  const invitation = { email: 'fatou@example.org', post: 'clerk-sn', deputy: true };
  const secret = await invite(office, office.actors['focal-sn'], invitation);
  await open(page, `/en/invitation?${new URLSearchParams({ secret })}`);
  await save('invitation', page, page.locator('main > *'));
  await signIn(page, 'clerk-sn');
  await open(page, '/en/activity/salt/edit');
  await save('remark', page, page.locator('.f', { has: page.locator('[name="summary.en"]') }));
  await open(page, '/en/activity/new');
  await page.fill('[name="title.en"]', 'Repair of hand pumps');
  await page.fill('[name="dates.start"]', '31 Febuary');
  await page.locator('button[name=do][value=save]').click();
  await save(
    'form-error',
    page,
    page.locator('main h1'),
    page.locator('main .summary'),
    page.locator('main .f').first(),
  );
}

async function ofFocalPoint(page: Page): Promise<void> {
  await signIn(page, 'focal-sn');
  await save('workspace', page, page.locator('main .kind').first(), page.locator('main form').first());
  await open(page, '/en/activity/pumps');
  await save(
    'review',
    page,
    page.locator('main h1'),
    page.locator('main .note').first(),
    page.locator('section:has(#can)'),
  );
  await open(page, '/en/desk/confirm?post=focal-sn&record=activity/radio&record=activity/soil');
  await save('confirm-list', page, page.locator('main > *'));
  await open(page, '/en/posts/clerk-sn');
  await save('invite', page, page.locator('#staff'), page.locator('form:has([name=how])'));
  await open(page, '/en/posts/focal-sn/hand-over');
  await page.fill('[name=email]', 'next@example.org');
  await page.locator('form:has([name=email]) button').click();
  await save('hand-over', page, page.locator('main > *'));
}

/** One who keeps the records of an institution, a secretariat, an administrator, and who makes a key for a program. */
async function ofOthers(page: Page): Promise<void> {
  for (const [who, name] of [
    ['roster-sn', 'roster'],
    ['secretariat', 'secretariat'],
  ] as const) {
    await signIn(page, who);
    await save(name, page, page.locator('main > *'));
  }
  await signIn(page, 'administrator');
  await open(page, '/en/posts');
  await save('posts', page, page.locator('main > *'));
  await signIn(page, 'focal-sn');
  await open(page, '/en/posts/focal-sn/keys');
  await page.fill('[name=name]', 'Database of the ministry');
  await page.check('[name=scope][value=write]');
  await page.locator('form:has([name=scope]) button').click();
  await save('key', page, page.locator('main p').first(), page.locator('main ul.acts'));
}

/** A workbook with a change, a new row and a date that can be read in two ways. */
async function ofExcel(page: Page): Promise<void> {
  await signIn(page, 'focal-sn');
  const got = await page.request.get(`${address}/en/search.xlsx?kind=activity`);
  const book = await got.body();
  const title = 'Title (English)';
  const rowOf = (id: string) => rowsIn(book).findIndex((row) => row['Record'] === id) + 2;
  const buffer = editedBook(book, [
    { sheet: 0, row: rowOf('soil'), cells: { [title]: 'Soil maps for rice and millet' } },
    { sheet: 0, row: rowOf('radio'), cells: { 'When: Start': '03/04/2020' } },
    { sheet: 0, row: 'new', cells: { Record: 'new-1', [title]: 'Iodised salt for all' } },
    { sheet: 1, row: 'new', cells: { Record: 'new-1', Country: 'Senegal', Role: 'Provider' } },
  ]);
  await open(page, '/en/upload?post=focal-sn');
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page.locator('input[type=file]').setInputFiles({ name: 'senegal-2026.xlsx', mimeType, buffer });
  await page.locator('form:has([type=file]) button').click();
  await save('excel', page, page.locator('main > *'));
}

async function inArabic(page: Page): Promise<void> {
  await signIn(page, 'focal-sn', 'ar');
  await save(
    'workspace-ar-320',
    page,
    page.locator('main .kind').first(),
    page.locator('main .res li').nth(2),
  );
}

/** A search with filters, as whoever starts the program for the first time can make it. */
async function ofStarter(): Promise<void> {
  const house = await startHouse();
  const browser = await openChromium({ javaScript: false, width: firstWidth });
  try {
    const page = await browser.newPage();
    await page.goto(`${house.address}/en/search?q=farmers&provider=BR&provider=CN&provider=VN`);
    const path = join(folder, 'search-en.png');
    told(path, await page.screenshot({ path }), mostBytesOfFirst);
  } finally {
    await browser.close();
    await house.drop();
  }
}

async function open(page: Page, path: string): Promise<void> {
  const answer = await page.goto(`${address}${path}`);
  if (answer?.ok() !== true) throw new Error(`${path} answered ${answer?.status()}`);
}

async function signIn(page: Page, who: PersonId, lang = 'en'): Promise<void> {
  await page.context().clearCookies();
  await open(page, `/${lang}/sign-in`);
  await page.fill('[name=email]', `${who}@example.org`);
  await page.fill('[name=password]', password);
  await page.locator('form:has([name=password]) button').first().click();
}

/** The smallest picture with all of these in it. @throws when one is not there, or the file grows too large. */
async function save(name: string, page: Page, ...shown: readonly Locator[]): Promise<void> {
  const boxes = (await Promise.all(shown.map(boxesOf))).flat();
  const top = Math.max(0, Math.min(...boxes.map(({ y }) => y)) - margin);
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + margin;
  const clip = { x: 0, y: top, width: page.viewportSize()?.width ?? width, height: bottom - top };
  const path = join(folder, `handbook-${name}.png`);
  told(path, await page.screenshot({ path, fullPage: true, clip }), mostBytes);
}

/** @throws when the file grew too large. */
function told(path: string, { byteLength }: Uint8Array, most: number): void {
  if (byteLength > most) throw new Error(`${path} has ${byteLength} bytes; at most ${most} are wanted`);
  console.log(`${path}: ${byteLength} bytes`);
}

async function boxesOf(shown: Locator) {
  const boxes = await Promise.all((await shown.all()).map((one) => one.boundingBox()));
  const drawn = boxes.filter((box) => box !== null);
  if (drawn.length === 0) throw new Error(`Nothing to draw at ${shown}`);
  return drawn;
}
