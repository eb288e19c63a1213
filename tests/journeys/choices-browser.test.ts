import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { axeSource, objections } from '../fixtures/axe-objections.ts';
import { chromiumPath, openChromium } from '../fixtures/chromium.ts';
import { joinedDoors } from '../fixtures/joined-doors.ts';
import { type RunningOffice, runningOffice } from '../fixtures/running-office.ts';
import { signedIn } from '../fixtures/signed-in.ts';

const skip = chromiumPath === undefined ? 'SKIPPED: no Chromium here; CHROMIUM may name one' : false;

// Where letters lead: what an office hears of, and a file that was refused, in a browser on a narrow screen.
describe('pages to which letters and notices lead', { skip }, () => {
  let running: RunningOffice;
  let browser: BrowserContext;
  let page: Page;
  let paths: readonly string[];

  before(async () => {
    running = await runningOffice();
    const { office } = running;
    const brazil = await signedIn(joinedDoors(office), office, 'focal-br');
    await brazil.press(await brazil.open('/en/follow?q=pipes&host=SN'), '/follow', { post: 'focal-br' });
    const [choice] = await office.accounts.interests.confirmed();
    const interest = choice?.id ?? '';
    const secret = await office.accounts.letter({ purpose: 'endInterest', interest }, 60);
    const refused = {
      ...{
        id: 'bad',
        post: 'focal-br',
        account: office.actors['focal-br'].account,
        file: 'bad.xlsx',
        size: 3,
      },
      ...({ language: 'en', as: 'party', release: false, stage: 'refused', rows: '[]' } as const),
      ...{ at: office.clock.now().toISOString(), until: '2099-01-01T00:00:00.000Z' },
    };
    await office.uploads.put(refused, new Uint8Array(3));
    paths = [
      `/follow/choice?interest=${interest}`,
      `/follow/stop?secret=${secret}`,
      '/follow',
      '/upload?post=focal-br',
      '/upload/bad?post=focal-br',
      '/desk?post=focal-br',
    ];
    browser = await openChromium({ width: 320 });
    const [name = '', value = ''] = brazil.cookie.split('=');
    await browser.addCookies([{ name, value, url: running.address }]);
    page = await browser.newPage();
  });
  after(async () => {
    await browser?.close();
    await running?.close();
  });

  test('have nothing that axe objects to and need no scrolling aside, in English and in Arabic', async () => {
    const axe = await axeSource();
    for (const lang of ['en', 'ar']) {
      for (const path of paths) {
        const answer = await page.goto(`${running.address}/${lang}${path}`);
        assert.equal(answer?.status(), 200, path);
        assert.deepEqual(await objections(page, axe), [], `${lang}${path}`);
        const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
        assert.ok(wide <= 320, `${lang}${path} is ${wide} wide`);
      }
    }
  });
});
