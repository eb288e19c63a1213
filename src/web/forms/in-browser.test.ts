import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { chromiumPath, openChromium } from '../../../tests/fixtures/chromium.ts';
import { langText } from '../../kernel/lang-text.ts';
import {
  type InterfaceLanguage,
  interfaceLanguages,
  isInterfaceLanguage,
} from '../../kernel/language-tag.ts';
import { check } from '../../operations/check.ts';
import { activity } from '../../registers/activity.ts';
import { translator } from '../../wording/messages.ts';
import { deskStyle } from '../desk-style.ts';
import { html, markup } from '../html.ts';
import { page } from '../layout.ts';
import { errorSummary } from './error-summary.ts';
import { readForm, type TypedForm } from './read-form.ts';
import { recordForm } from './record-form.ts';

const rich = {
  title: langText('en', 'Human milk banks\nin Angola', { ar: 'بنوك حليب الأم في أنغولا', und: '"<b>' }),
  summary: langText('en', 'Training, equipment and rooms.\n\nOn the Brazilian model.'),
  modality: 'bilateral',
  participants: [
    { country: 'BR', role: 'provider' },
    { country: 'AO', role: 'recipient', period: { start: '2010', end: '2012-05' }, source: 1 },
    { organisation: langText('pt', 'ABC'), role: 'implementing', note: langText('sw', 'maji') },
  ],
  sectors: ['12240', '140'],
  sdgs: ['3.2', '2'],
  themes: ['milk', 'food'],
  dates: { start: '2010', end: '2019-05' },
  quantities: [
    { value: -1.5e-7, unit: langText('en', 'litres', { fr: 'litres' }), basis: 'estimated', source: 0 },
  ],
  money: [{ amount: 1_200_000, currency: 'USD', basis: 'budget' }],
  places: [{ name: langText('en', 'Maputo'), country: 'MZ', latitude: -25.96, longitude: 32.58 }],
  related: [{ register: 'practice', id: 'milk' }, { id: 'XM-1' }],
  files: [{ url: 'https://a.org/b.pdf', mediaType: 'application/pdf', language: 'fr' }],
  contacts: [{ person: 'A. B.', address: 'Rue 1\nDakar' }],
  sources: [
    { title: 'Report', url: 'https://a.org', cited: false },
    { title: 'Page', readOn: '2024-05-06' },
  ],
};

const wrong = new URLSearchParams({
  'title.en': 'Water',
  'title.fr': 'Eau',
  'title.fr.lang': 'en',
  'dates.start': '31 Febuary',
  'participants.0.role': 'provider',
  'quantities.0.value': '7 or 8',
  'links.0.url': 'example',
  'money.0.source': '5',
});

function formPage(lang: InterfaceLanguage, values: Record<string, unknown>, typed?: TypedForm): string {
  const t = translator(lang);
  const findings = typed === undefined || typed.asksForMore ? [] : check(activity, typed.values).findings;
  const options = { register: activity, values, findings, ...(typed === undefined ? {} : { typed }) };
  const body = html`<style>${markup(deskStyle)}</style><h1>${t('register.activity')}</h1>${errorSummary(t, activity, findings)}<form method=post novalidate>${recordForm(t, options)}<p><button name=step value=save>${t('field.title')}</button></form>`;
  const whole = String(page({ t, title: t('register.activity'), path: '/', body, unlisted: true }));
  const style = /<style>[^<]*<\/style>(?=<h1>)/.exec(whole)?.[0] ?? '';
  return whole.replace(style, '').replace('<body>', () => `${style}<body>`);
}

/** A site of one form: what holds is answered as JSON, what does not is shown again. */
function openForm(): Promise<Server> {
  const server = createServer(async (request, response) => {
    const [, lang = '', sample] = (request.url ?? '').split('/');
    if (!isInterfaceLanguage(lang)) return response.writeHead(404).end();
    response.setHeader('content-type', 'text/html; charset=utf-8');
    const values = sample === 'rich' ? rich : {};
    if (request.method !== 'POST')
      return response.end(formPage(lang, values, sample === 'wrong' ? readForm(activity, wrong) : undefined));
    const typed = readForm(activity, new URLSearchParams(await text(request)));
    const kept = check(activity, typed.values);
    const stands = !typed.asksForMore && kept.findings.every(({ severity }) => severity !== 'error');
    return response.end(
      stands ? String(html`<pre>${JSON.stringify(kept.values)}</pre>`) : formPage(lang, {}, typed),
    );
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

const samples = ['empty', 'rich', 'wrong'];
const skip =
  chromiumPath === undefined ? 'SKIPPED: no Chromium on this machine, 5 tests of the form not made' : false;

describe('the record form in Chromium, without JavaScript', { skip }, () => {
  let server: Server;
  let narrow: BrowserContext;
  let address: string;
  before(async () => {
    server = await openForm();
    // A server that listens on a port has an address of this form.
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    narrow = await openChromium({ javaScript: false, width: 320 });
  });
  after(async () => {
    await narrow.close();
    server.close();
  });

  const saved = async (page: Page) => {
    await page.locator('button[name=step]').click();
    return JSON.parse((await page.locator('pre').textContent()) ?? '');
  };

  test('sent back as it is, the richest record is the same', async () => {
    const page = await narrow.newPage();
    for (const lang of interfaceLanguages) {
      await page.goto(`${address}/${lang}/rich`);
      assert.deepEqual(await saved(page), check(activity, rich).values, lang);
    }
    await page.close();
  });

  test('a clerk types a record, is told what is wrong where it is, corrects it and saves', async () => {
    const page = await narrow.newPage();
    await page.goto(`${address}/en/empty`);
    await page.getByLabel('Title (needed)').first().fill('Milk banks');
    await page.getByLabel('Country').first().selectOption({ label: 'Brazil' });
    await page.getByRole('button', { name: 'Another entry: Who takes part' }).click();
    await page.locator('[id="participants.1.country"]').waitFor();
    await page.locator('[id="participants.1.country"]').selectOption({ label: 'Mozambique' });
    await page.locator('[id="dates.start"]').fill('31 Febuary');
    await page.locator('button[name=step]').click();
    await page.getByRole('link', { name: /When, Start: “31 Febuary”/ }).click();
    const start = page.locator('[id="dates.start"]:target');
    assert.equal(await start.inputValue(), '31 Febuary');
    assert.match((await start.getAttribute('aria-describedby')) ?? '', /dates\.start:said/);
    await start.fill('2019-02');
    assert.deepEqual(await saved(page), {
      title: langText('en', 'Milk banks'),
      participants: [{ country: 'BR' }, { country: 'MZ' }],
      dates: { start: '2019-02' },
    });
    await page.close();
  });

  test('Enter in a line saves nothing, adds nothing and loses nothing', async () => {
    const page = await narrow.newPage();
    await page.goto(`${address}/ar/empty`);
    await page.locator('[id="title.ar"]').fill('ماء');
    const rows = await page.locator('input').count();
    await page.locator('[id="title.ar"]').press('Enter');
    await page.waitForLoadState();
    assert.equal(await page.locator('[id="title.ar"]').inputValue(), 'ماء');
    assert.equal(await page.locator('input').count(), rows);
    await page.close();
  });

  test('at 320 pixels nothing runs over the side, and everything to press is at least 44 pixels high', async () => {
    const page = await narrow.newPage();
    for (const lang of interfaceLanguages) {
      for (const sample of samples) {
        await page.goto(`${address}/${lang}/${sample}`);
        const measured = await page.evaluate(`({
          over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          low: [...document.querySelectorAll('form select, form textarea, form button:not([aria-hidden]), form summary, form .tick, form input:not([type])')]
            .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44)
            .map((one) => one.outerHTML.slice(0, 120)),
        })`);
        assert.deepEqual(measured, { over: 0, low: [] }, `${lang} ${sample}`);
      }
    }
    await page.close();
  });

  test('axe finds nothing to object to, wide and narrow, light and dark, all folds open', async (t) => {
    const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const looks = [
      { sample: 'rich', width: 1280 },
      { sample: 'wrong', width: 320, dark: true },
    ];
    for (const { sample, ...look } of looks) {
      const browser = await openChromium(look);
      t.after(() => browser.close());
      const page = await browser.newPage();
      for (const lang of ['en', 'ar']) {
        await page.goto(`${address}/${lang}/${sample}`);
        await page.evaluate(
          'document.querySelectorAll("main details").forEach((one) => { one.open = true; })',
        );
        await page.evaluate(axe);
        const objections =
          await page.evaluate(`axe.run({ runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } })
            .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' · ')))`);
        assert.deepEqual(objections, [], `${lang} ${sample}`);
      }
    }
  });
});

const validator = fileURLToPath(
  new URL('../../../.cache/tools/node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url),
);
const noValidator =
  spawnSync('java', ['-version']).status !== 0 || !existsSync(validator)
    ? 'SKIPPED: no Java or no vnu-jar here, the HTML of the form was not validated'
    : false;

test('the HTML validator finds no error in the form, in any language', { skip: noValidator }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'southbridge-form-'));
  for (const lang of interfaceLanguages) {
    await writeFile(join(folder, `${lang}.html`), formPage(lang, rich));
    await writeFile(join(folder, `${lang}-wrong.html`), formPage(lang, {}, readForm(activity, wrong)));
  }
  const { status, stdout, stderr } = spawnSync(
    'java',
    ['-jar', validator, '--errors-only', '--format', 'text', folder],
    { encoding: 'utf8', maxBuffer: 50_000_000 },
  );
  await rm(folder, { recursive: true });
  const errors = `${stdout}${stderr}`.split('\n').filter((line) => line.startsWith('Error'));
  assert.deepEqual(errors.slice(0, 20), []);
  assert.equal(status, 0);
});
