import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { sendMail } from '../../src/mailing.ts';
import { chromiumPath, openChromium } from '../fixtures/chromium.ts';
import { type RunningOffice, runningOffice } from '../fixtures/running-office.ts';
import { type PersonId, password } from '../fixtures/small-office.ts';
import { takesSeat } from '../fixtures/takes-seat.ts';

const skip = chromiumPath === undefined ? 'SKIPPED: no Chromium here; CHROMIUM may name one' : false;

// One activity from a clerk's first draft to its next holder's desk, without script, as people would do it.
describe('an activity on its way through ministries', { skip }, () => {
  let running: RunningOffice;
  let browser: BrowserContext;
  let page: Page;
  let record: string;

  before(async () => {
    running = await runningOffice();
    browser = await openChromium({ javaScript: false });
    page = await browser.newPage();
  });
  after(async () => {
    await browser?.close();
    await running?.close();
  });

  const open = (path: string) => page.goto(`${running.address}${path}`);
  const text = async () => (await page.locator('main').innerText()).replace(/\s+/g, ' ');

  const signIn = (email: string) => takesSeat(page, running, email);
  const as = (who: PersonId) => signIn(`${who}@example.org`);

  async function lookAsVisitor(path = record): Promise<string> {
    await browser.clearCookies();
    await open(path);
    return text();
  }

  /** Presses the button of a step on the record's page. */
  async function press(step: string): Promise<void> {
    await page.locator(`form[action*="/${step}"] button, a[href*="/${step}"]`).first().click();
  }

  test('a clerk types it; what is wrong comes back with everything typed', async () => {
    await as('clerk-sn');
    await open('/en/activity/new');
    await page.fill('[name="title.en"]', 'Milk banks for the north');
    await page.fill('[name="summary.en"]', 'Staff of eleven hospitals are trained.');
    await page.selectOption('[name=modality]', 'triangular');
    await page.selectOption('[name="participants.0.country"]', { label: 'Brazil' });
    await page.selectOption('[name="participants.0.role"]', 'provider');
    await page.fill('[name="dates.start"]', '31 Febuary');
    await page.locator('button[name=do][value=save]').click();
    assert.equal(await page.inputValue('[name="dates.start"]'), '31 Febuary');
    assert.equal(await page.inputValue('[name="summary.en"]'), 'Staff of eleven hospitals are trained.');
    await page.fill('[name="dates.start"]', '2023-02');
    await page.locator('button[name=more][value=participants]').click();
    await page.selectOption('[name="participants.1.country"]', { label: 'Senegal' });
    await page.selectOption('[name="participants.1.role"]', 'recipient');
    await page.locator('button[name=do][value=submit]').click();
    record = new URL(page.url()).pathname;
    assert.match(await text(), /Submitted/);
    assert.doesNotMatch(await lookAsVisitor(), /Milk banks/, 'nobody sees it before it is released');
  });

  test('the focal point returns it with a remark, gets it again, and releases it', async () => {
    await as('focal-sn');
    await page.locator('main a', { hasText: 'Milk banks' }).first().click();
    await press('return');
    await page.selectOption('[name="remark.0.field"]', 'summary');
    await page.fill('[name="remark.0.text"]', 'Twelve hospitals, not eleven.');
    await page.locator('form[action*="/return"] button').last().click();
    await as('clerk-sn');
    await page.locator('main a', { hasText: 'Milk banks' }).first().click();
    assert.match(await text(), /Twelve hospitals, not eleven\./);
    await open(`${record}/edit`);
    await page.fill('[name="summary.en"]', 'Staff of twelve hospitals are trained.');
    await page.locator('button[name=do][value=submit]').click();
    await as('focal-sn');
    await open(record);
    await press('release');
    assert.match(await lookAsVisitor(), /Milk banks[\s\S]*Reported by Senegal/);
  });

  test('the other country disputes a field: both values show; a revision settles it and both have confirmed', async () => {
    await as('focal-br');
    await page.locator('main a', { hasText: 'Milk banks' }).first().click();
    await open(`${record}/dispute?field=dates`);
    await page.fill('[name="dates.start"]', '2022-11');
    await page.fill('[name=note]', 'The agreement was signed in 2022.');
    await page.locator('form[action*="/dispute"] button').last().click();
    assert.match(await lookAsVisitor(), /Brazil has disputed[\s\S]*2023[\s\S]*2022[\s\S]*signed in 2022/);
    await as('focal-sn');
    await open(`${record}/edit`);
    await page.fill('[name="dates.start"]', '2022-11');
    await page.locator('button[name=do][value=release]').click();
    await as('focal-br');
    await open(record);
    await press('confirm');
    assert.match(await lookAsVisitor(), /Confirmed by Senegal and Brazil/);
  });

  test('a third country has a reservation about a label: a footnote wherever it stands, in every language', async () => {
    await as('focal-mz');
    await open('/en/reservations/new?label=triangular');
    await page.check('[name=on][value="modality/triangular"]');
    await page.fill('[name="ltext.en"]', 'Moçambique diz trilateral.');
    await page.locator('form:has([name=on]) button').last().click();
    for (const lang of ['en', 'fr', 'es', 'ar', 'ru', 'zh', 'pt']) {
      await open(record.replace('/en/', `/${lang}/`));
      assert.match(await page.locator('main').innerText(), /¹/, `the label is marked in ${lang}`);
      assert.match(
        await page.locator('footer').innerText(),
        /¹[\s\S]*diz trilateral/,
        `the note stands in ${lang}`,
      );
      await open(`/${lang}/search?modality=triangular`);
      assert.match(await page.locator('footer').innerText(), /diz trilateral/, `search in ${lang}`);
    }
  });

  test('the clock moves on: due after 13 months, stale after 16, in badges, filters, tasks and mails', async () => {
    const { office } = running;
    const start = office.clock.now();
    const later = (months: number) => {
      const date = new Date(start);
      date.setUTCMonth(date.getUTCMonth() + months);
      office.clock.set(date.toISOString());
    };
    for (const [months, badge, filter] of [
      [13, /Confirmation due/, 'due'],
      [16, /Out of date/, 'stale'],
    ] as const) {
      later(months);
      office.mailbox.letters.length = 0;
      assert.match(await lookAsVisitor(), badge);
      assert.match(await lookAsVisitor(`/en/search?due=${filter}`), /Milk banks/);
      assert.doesNotMatch(await lookAsVisitor('/en/search?due=fresh'), /Milk banks for the north/);
      await as('focal-sn');
      assert.match(await text(), /Milk banks for the north/);
      await sendMail(office);
      const told = () =>
        office.mailbox.letters.filter(({ envelope }) => envelope.to === 'focal-sn@example.org').length;
      assert.equal(told(), 1, 'one letter a day');
      await sendMail(office);
      assert.equal(told(), 1, 'and not the same twice');
    }
  });

  test('the post changes its holder in one step, and the new one finds everything', async () => {
    const { office } = running;
    const next = await office.accounts.create({
      email: 'next@example.org',
      name: 'Next',
      language: 'en',
      password,
    });
    await as('focal-sn');
    await open('/en/posts/focal-sn');
    await page.locator('main a[href$="/focal-sn/hand-over"]').click();
    await page.fill('[name=email]', next.email);
    await page.fill('[name=reason]', 'A new director');
    await page.locator('form:has([name=email]) button').last().click();
    assert.match(await text(), /next@example\.org[\s\S]*1 task/, 'who gets it, and what goes along');
    await page.locator('form:has([name=step]) button').click();
    await browser.clearCookies();
    await signIn('next@example.org');
    assert.match(await text(), /Milk banks for the north/);
    await open(record);
    assert.ok((await page.locator('form[action*="/reconfirm"]').count()) > 0, 'may confirm it again');
    await press('reconfirm');
    assert.match(await lookAsVisitor(), /Up to date/);
    await browser.clearCookies();
    await open('/en/sign-in');
    await page.fill('[name=email]', 'focal-sn@example.org');
    await page.fill('[name=password]', password);
    await page.locator('form:has([name=password]) button').first().click();
    assert.doesNotMatch(await text(), /Milk banks for the north/, 'the former holder has the desk no more');
  });
});
