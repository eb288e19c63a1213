import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { chromiumPath, openChromium } from '../fixtures/chromium.ts';
import { frenchProblem, leakRecords } from '../fixtures/leak-records.ts';
import { type RunningOffice, runningOffice } from '../fixtures/running-office.ts';
import { sentLetters } from '../fixtures/sent-letters.ts';
import type { PersonId } from '../fixtures/small-office.ts';
import { takesSeat } from '../fixtures/takes-seat.ts';

const skip = chromiumPath === undefined ? 'SKIPPED: no Chromium here; CHROMIUM may name one' : false;

// From a question in French to an activity that both sides vouch for, in a browser without script.
describe('a need, from the question to the activity', { skip }, () => {
  let running: RunningOffice;
  let browser: BrowserContext;
  let page: Page;
  /** Path of the need, without language. */
  let need = '';

  before(async () => {
    running = await runningOffice();
    await running.office.log.append(leakRecords);
    browser = await openChromium({ javaScript: false });
    page = await browser.newPage();
  });
  after(async () => {
    await browser?.close();
    await running?.close();
  });

  const open = (path: string) => page.goto(`${running.address}${path}`);
  /** Presses a button or a link, and waits for the page to which it leads. */
  const press = async (what: Locator): Promise<void> => {
    const loaded = page.waitForEvent('load');
    await what.click();
    await loaded;
  };
  const text = async () => (await page.locator('main').innerText()).replace(/\s+/g, ' ');

  const as = (who: PersonId) => takesSeat(page, running, `${who}@example.org`);

  test('a third office asks to hear of needs in the water sector', async () => {
    await open('/fr/follow');
    await page.fill('[name=email]', 'third@example.net');
    await page.selectOption('[name=kind]', 'need');
    await page.selectOption('[name=sector]', '140');
    await press(page.locator('main form button').first());
    const letter = (await sentLetters(running.office)).get('third@example.net') ?? '';
    const secret = /secret=([\w-]+)/.exec(letter)?.[1];
    assert.ok(secret, letter);
    await open(`/fr/follow/confirm?secret=${secret}`);
    await press(page.locator('main form button'));
    assert.match(await text(), /Vous serez informé/);
  });

  test('the institution asks in French and reads why three records in other languages fit', async () => {
    await as('clerk-sn');
    await open('/fr/solved');
    await page.fill('#q', frenchProblem);
    await page.fill('#country', 'Sénégal');
    await press(page.locator('#ask button').first());
    for (const [id, language] of [
      ['practice/leaks-in-kampala', 'anglais'],
      ['activity/fugas', 'espagnol'],
      ['practice/water-in-jordan', 'arabe'],
    ]) {
      const item = page.locator('ol.res > li').filter({ has: page.locator(`a[href="/fr/${id}"]`) });
      assert.match(await item.innerText(), new RegExp(`${language}, traduit`), id);
    }
  });

  test('with one press it is a need in the name of the institution, which its focal point releases', async () => {
    await press(page.getByRole('button', { name: 'Saisir un besoin' }));
    assert.equal(await page.inputValue('[name="title.fr"]'), 'Fuites d’eau dans les petites villes');
    await press(page.locator('button[name=suggest][value=sectors]'));
    const suggested = page.locator('input[name^="sectors.1"][value="140"]');
    assert.equal(await suggested.isChecked(), false, 'nothing is filled in silently');
    await suggested.check();
    await press(page.locator('button[name=do][value=submit]'));
    need = new URL(page.url()).pathname.slice(3);
    await as('focal-sn');
    await open(`/en${need}`);
    await press(page.locator('form[action$="/release"] button'));
    await open('/en/needs');
    assert.match(await text(), /Fuites d’eau dans les petites villes.*60 days left/);
  });

  test('two posts answer from its page', async () => {
    for (const who of ['focal-br', 'focal-mz'] as const) {
      await as(who);
      await open(`/en${need}`);
      await press(page.getByRole('link', { name: 'Answer this need' }));
      await page.fill('[name="summary.en"]', `What ${who} can do`);
      await press(page.locator('button[name=do][value=release]'));
      assert.match(page.url(), /\/en\/match\/(?!new)/, await text());
    }
    await open(`/en${need}`);
    assert.match(await text(), /In talks.*2 answers/);
  });

  test('one is declined with a reason, the other agreed, and everybody’s numbers move', async () => {
    await as('focal-sn');
    await open(`/en${need}`);
    const answer = (country: string) =>
      page
        .locator('tr')
        .filter({ has: page.locator('th', { hasText: country }) })
        .locator('a[href*="/match/"]');
    await press(answer('Mozambique'));
    await page.goto(`${page.url().split('?')[0]}/decline`);
    await page.selectOption('[name=because]', 'notFitting');
    await press(page.locator('form[action*="/decline"] button').last());
    await open(`/en${need}`);
    await press(answer('Brazil'));
    await page.getByLabel('how much of your need is met?').selectOption('whole');
    await press(page.getByRole('button', { name: 'Agree' }));
    await browser.clearCookies();
    await open('/en/needs?state=agreed');
    assert.match(await text(), /Agreed by both sides, in whole or in part 1 of 1 1 of 1/);
  });

  test('it becomes an activity that Senegal is asked to confirm; the third office reads of the need', async () => {
    await as('focal-br');
    await open(`/en${need}`);
    await press(page.locator('tr', { hasText: 'Agreed by both' }).locator('a[href*="/match/"]'));
    await press(page.getByRole('link', { name: 'Make it an activity' }));
    await press(page.locator('button[name=do][value=release]'));
    assert.match(page.url(), /\/en\/activity\/(?!new)/, await text());
    const activity = new URL(page.url()).pathname;
    await as('focal-sn');
    await open(activity);
    await press(page.locator('form[action$="/confirm"] button'));
    await browser.clearCookies();
    await open(activity);
    assert.match(await text(), /Confirmed/);
    await open('/en/needs');
    assert.match(await text(), /Of these, became activities 1 of 1 1 of 1/);
    const letter = (await sentLetters(running.office)).get('third@example.net') ?? '';
    assert.match(letter, new RegExp(`/fr${need}`));
  });
});
