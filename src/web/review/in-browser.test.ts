import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { axeSource, objections } from '../../../tests/fixtures/axe-objections.ts';
import { chromiumPath, openChromium } from '../../../tests/fixtures/chromium.ts';
import { type RunningOffice, runningOffice } from '../../../tests/fixtures/running-office.ts';
import { english } from '../../../tests/fixtures/small-house.ts';
import { type PersonId, password } from '../../../tests/fixtures/small-office.ts';
import { actOn, drafted, released, submitted } from '../../../tests/fixtures/wells.ts';
import { interfaceLanguages } from '../../kernel/language-tag.ts';
import { dispute } from '../../operations/review/answer.ts';
import { link } from '../../operations/review/pair.ts';
import { release } from '../../operations/review/release.ts';
import { reserve } from '../../operations/review/reserve.ts';
import { returnRecord } from '../../operations/review/submit.ts';

const skip = chromiumPath === undefined ? 'SKIPPED: no Chromium on this machine' : false;

/** Who looks at which page; nobody: everybody. */
const pages: readonly (readonly [PersonId | undefined, string])[] = [
  ['clerk-sn', '/activity/new'],
  ['secretariat', '/practice/new?as=observer'],
  ['clerk-sn', '/activity/returned/edit'],
  ['clerk-sn', '/activity/returned'],
  ['focal-sn', '/activity/disputed'],
  ['focal-sn', '/activity/disputed/history'],
  ['focal-sn', '/activity/disputed/compare'],
  ['focal-sn', '/activity/waiting/return'],
  ['focal-sn', '/activity/waiting/entrust'],
  ['focal-br', '/activity/disputed/dispute'],
  ['focal-br', '/activity/disputed/dispute?field=participants'],
  ['focal-br', '/activity/disputed/reserve'],
  ['focal-br', '/activity/disputed/link'],
  ['focal-sn', '/activity/disputed/withdraw'],
  ['focal-sn', '/activity/disputed/return'],
  [undefined, '/activity/disputed'],
  [undefined, '/activity/pair-sn'],
];

describe('pages of review in Chromium', { skip }, () => {
  let running: RunningOffice;
  let axe: string;
  const cookies = new Map<PersonId, string>();

  before(async () => {
    running = await runningOffice();
    axe = await axeSource();
    await fill(running);
    for (const [person] of pages)
      if (person !== undefined) cookies.set(person, await sessionOf(running, person));
  });
  after(() => running.close());

  for (const [lang, width] of [
    ['en', 1280],
    ['ar', 320],
  ] as const) {
    test(`axe finds nothing to object to, and nothing runs over the side: ${lang}, ${width} pixels`, async (t) => {
      const context = await openChromium({ width });
      t.after(() => context.close());
      const page = await context.newPage();
      for (const [person, path] of pages) {
        await context.clearCookies();
        const session = person === undefined ? undefined : cookies.get(person);
        if (session !== undefined) {
          await context.addCookies([{ name: 'session', value: session, url: running.address }]);
        }
        await page.goto(`${running.address}/${lang}${path}`);
        assert.equal(await page.locator('h1').count(), 1, path);
        assert.deepEqual(await objections(page, axe), [], path);
        const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
        assert.ok(over <= 0, `${path} runs over by ${over}`);
      }
    });
  }

  const asClerk = async (javaScript: boolean) => {
    const context = await openChromium({ javaScript });
    const value = cookies.get('clerk-sn') ?? '';
    await context.addCookies([{ name: 'session', value, url: running.address }]);
    return context;
  };

  test('the browser goes back to what was typed before another row was asked for, without sending a form again', async (t) => {
    const context = await asClerk(true);
    t.after(() => context.close());
    const page = await context.newPage();
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.url());
    });
    await page.goto(`${running.address}/en/activity/new`);
    const title = page.locator('[name="title.en"]');
    for (const words of ['Deep wells', 'Deeper wells']) {
      await title.fill(words);
      await page.locator('button[name=more][value=participants]').click();
      await page.waitForURL(/\?typed=/);
      assert.equal(await title.inputValue(), words);
    }
    await page.goBack();
    assert.match(page.url(), /\?typed=/);
    assert.equal(await page.locator('h1').count(), 1);
    assert.match(await title.inputValue(), /^Deep/);
    assert.equal(sent.length, 2);
  });

  test('signed in, the menu stands on one line at 1280 pixels in every language', async (t) => {
    const context = await asClerk(false);
    t.after(() => context.close());
    const page = await context.newPage();
    for (const lang of interfaceLanguages) {
      await page.goto(`${running.address}/${lang}/countries`);
      const brand = await page.locator('.brand').boundingBox();
      const own = await page.locator('.me').boundingBox();
      assert.ok(brand !== null && own !== null);
      assert.ok(own.y < brand.y + brand.height, `${lang}: a second line at ${own.y}`);
    }
  });
});

/** A record in each state that has something of its own to show. */
async function fill({ office }: RunningOffice): Promise<void> {
  const { actors } = office;
  await submitted(office, 'waiting');
  await submitted(office, 'returned');
  const remarks = [
    { field: 'dates', text: 'Since when?' },
    { field: '', text: 'Name the institute.' },
  ];
  await returnRecord(office, actors['focal-sn'], { ...actOn(office, 'returned'), remarks });
  await released(office, 'disputed');
  const objections = [{ field: 'dates', says: { start: '2022' }, note: 'Signed in 2022.' }];
  const seen = { ...actOn(office, 'disputed'), revision: 1 };
  await dispute(office, actors['focal-br'], { ...seen, objections });
  const on = { kind: 'field', field: 'participants' } as const;
  const text = { original: 'pt', texts: { pt: 'O Brasil reserva-se o seu direito.' } };
  await reserve(office, actors['focal-br'], { ...actOn(office, 'disputed'), on, text });
  await drafted(office, 'disputed', { dates: { start: '2022' } });
  await released(office, 'pair-sn', { identifier: 'ONE' });
  await drafted(office, 'pair-br', { by: 'focal-br', title: english('Pumps'), identifier: 'TWO' });
  await release(office, actors['focal-br'], actOn(office, 'pair-br'));
  await link(office, actors['focal-sn'], { ...actOn(office, 'pair-sn'), other: 'pair-br' });
  await link(office, actors['focal-br'], { ...actOn(office, 'pair-br'), other: 'pair-sn' });
}

async function sessionOf({ office }: RunningOffice, person: PersonId): Promise<string> {
  const made = await office.accounts.signIn(`${person}@example.org`, password, { network: '192.0.2.1' });
  assert.ok('session' in made);
  return made.session.token;
}
