import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { codeOf } from '../../../tests/fixtures/accounts.ts';
import {
  type Answer,
  type Browser,
  hiddenIn,
  openBrowser,
  ownOrigin,
} from '../../../tests/fixtures/browser.ts';
import { password, smallOffice } from '../../../tests/fixtures/small-office.ts';
import { formBytes } from '../desk/form.ts';
import { webApp } from '../routes.ts';
import { onwardFields, onwardOf } from './onward.ts';

const clerk = { email: 'clerk-sn@example.org', password };

/** The clerk has a page open, and was away for longer than a session lasts. */
async function awayTooLong() {
  const office = await smallOffice();
  const app = webApp(office, { publicAddress: office.publicAddress, cacheBytes: 0 });
  const browser = openBrowser(app);
  await browser.send(await browser.open('/en/sign-in'), '/en/sign-in', clerk);
  const page = await browser.open('/en/account');
  office.clock.set(new Date(office.clock.now().getTime() + 31 * 60_000).toISOString());
  return { office, app, browser, page };
}

const typed = {
  name: '"Awa" <Diop> & عائشة',
  language: 'fr',
  digest: 'yes',
  notes: 'one\r\ntwo\r\n\r\n </textarea>',
};

async function sendAccount(
  browser: Browser,
  page: Answer,
  fields = new URLSearchParams(typed),
): Promise<Answer> {
  fields.set('form', hiddenIn(page.body, '/en/account').get('form') ?? '');
  return browser.post('/en/account', fields);
}

/** The fields that the page would send, but for the token of its session. */
function keptIn(page: Answer): [string, string][] {
  return [...hiddenIn(page.body, '/en/account')].filter(([name]) => name !== 'form');
}

test('a page that is asked for after the session ended is shown after signing in again', async () => {
  const { browser } = await awayTooLong();
  const asked = await browser.open('/en/account?done=saved');
  assert.equal(asked.address, '/en/sign-in?then=%2Fen%2Faccount%3Fdone%3Dsaved');
  assert.equal((await browser.send(asked, '/en/sign-in', clerk)).address, '/en/account?done=saved');
});

test('what was typed while the session ended is kept, and is sent again only by the person', async () => {
  const { office, browser, page } = await awayTooLong();
  const ended = await sendAccount(browser, page);
  assert.equal(ended.status, 403);
  assert.match(ended.body, /What you typed is not lost/);
  assert.doesNotMatch(ended.body, /<Diop>|&lt;Diop/);
  const kept = await browser.send(ended, '/en/sign-in', clerk);
  assert.equal(kept.status, 200);
  assert.match(kept.body, /What you typed is here/);
  assert.deepEqual(keptIn(kept), Object.entries(typed));
  assert.equal(
    hiddenIn(kept.body, '/en/account').getAll('form').length,
    1,
    'the token of this session alone',
  );
  assert.doesNotMatch(kept.body, /<Diop>|<\/textarea>/);
  const before = await office.accounts.findByEmail(clerk.email);
  assert.equal(before?.name, 'Person of clerk-sn');
  assert.match((await browser.send(kept, '/en/account')).body, /Saved/);
  const after = await office.accounts.findByEmail(clerk.email);
  assert.deepEqual([after?.name, after?.language], [typed.name, 'fr']);
});

test('it is still there after a wrong password, and after a second factor', async () => {
  const { office, browser, page } = await awayTooLong();
  const ended = await sendAccount(browser, page);
  const wrong = await browser.send(ended, '/en/sign-in', { ...clerk, password: 'wrong' });
  assert.equal(wrong.status, 403);
  const account = await office.accounts.findByEmail(clerk.email);
  const made = await office.accounts.signIn(clerk.email, password, { network: 'test' });
  assert.ok('session' in made && account !== undefined);
  const { key } = await office.accounts.beginAuthenticator(made.session, password);
  const [recovery = ''] = await office.accounts.finishAuthenticator(
    made.session,
    codeOf(key, office.clock.now()),
  );
  const code = await browser.send(wrong, '/en/sign-in', clerk);
  const kept = await browser.send(code, '/en/sign-in/code', { code: recovery });
  assert.deepEqual(keptIn(kept), Object.entries(typed));
});

test('whoever signs in in another window, as by a link, finds it in the first', async () => {
  const { browser, page } = await awayTooLong();
  const ended = await sendAccount(browser, page);
  const early = await browser.send(ended, '/en/sign-in', {}, '/en/sign-in/elsewhere');
  assert.match(early.body, /Please sign in again/);
  await browser.send(await browser.open('/en/sign-in'), '/en/sign-in', clerk);
  const kept = await browser.send(early, '/en/sign-in', {}, '/en/sign-in/elsewhere');
  assert.deepEqual(keptIn(kept), Object.entries(typed));
});

test('a form of the session before is offered to be sent again in this one', async () => {
  const { office, browser, page } = await awayTooLong();
  await browser.send(await browser.open('/en/sign-in'), '/en/sign-in', clerk);
  const kept = await sendAccount(browser, page);
  assert.equal(kept.status, 403);
  assert.equal((await office.accounts.findByEmail(clerk.email))?.language, 'en');
  await browser.send(kept, '/en/account');
  assert.equal((await office.accounts.findByEmail(clerk.email))?.language, 'fr');
});

test('a password that was typed then is not kept: it is asked for again', async () => {
  const { browser, page } = await awayTooLong();
  const secrets = { oldPassword: password, newPassword: 'nine lives of a cat' };
  const ended = await browser.send(page, '/en/account/password', secrets);
  assert.equal(ended.address, '/en/sign-in?then=%2Fen%2Faccount');
  assert.doesNotMatch(ended.body, /name=typed/);
});

test('a form of the largest size comes through; a larger one is refused at once', async () => {
  const { browser, page } = await awayTooLong();
  const fields = new URLSearchParams({ form: 'x'.repeat(43), text: '' });
  fields.set('text', 'ع\n<'.repeat(Math.floor((formBytes - String(fields).length) / 12)));
  assert.ok(String(fields).length > formBytes - 20);
  const kept = await browser.send(await sendAccount(browser, page, fields), '/en/sign-in', clerk);
  assert.equal(keptIn(kept)[0]?.[1], fields.get('text'));
  const tooLarge = await browser.post('/en/account', { text: 'x'.repeat(formBytes) });
  assert.equal(tooLarge.status, 413);
});

test('nothing that another site sends is kept', async () => {
  const { app, browser } = await awayTooLong();
  const sendings: [Browser, Record<string, string>][] = [
    [browser, { origin: 'https://evil.example' }],
    [browser, { 'sec-fetch-site': 'cross-site' }],
    [browser, { 'sec-fetch-site': 'same-site', origin: 'null' }],
    // A browser that says nothing of where the form comes from, and sends no cookie with it.
    [openBrowser(app), {}],
  ];
  for (const [sender, headers] of sendings) {
    const answer = await sender.post('/en/account', { name: 'Mallory' }, headers);
    assert.equal(answer.status, 403, JSON.stringify(headers));
    assert.doesNotMatch(answer.body, /name=typed|Mallory/);
  }
  const old = await browser.post('/en/account', { name: 'Awa' }, {});
  assert.match(old.body, /name=typed/, 'an old browser sends its cookie with no form but ours');
});

test('whatever is typed, and under whatever name, comes out as it went in', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }))),
      (pairs) => {
        const form = `<form method=post action="/x">${onwardFields({ to: '/en/a', typed: new URLSearchParams(pairs) })}</form>`;
        const { to, typed: out } = onwardOf('en', hiddenIn(form, '/x'));
        assert.equal(to, '/en/a');
        assert.deepEqual(
          [...(out ?? [])],
          pairs.map((pair) => pair.map((text) => text.toWellFormed())),
        );
      },
    ),
  );
});

test('an address of another house in a form leads to the workspace', () => {
  for (const then of ['https://evil.example/', '//evil.example', '/\\evil.example', ownOrigin, '']) {
    assert.equal(onwardOf('en', new URLSearchParams({ then, typed: '' })).to, '/en/desk', then);
  }
});
