import assert from 'node:assert/strict';
import { test } from 'node:test';
import PostalMime from 'postal-mime';
import { openBrowser } from '../../../tests/fixtures/browser.ts';
import { smallHouse } from '../../../tests/fixtures/small-house.ts';
import { officeOf, password, smallOffice } from '../../../tests/fixtures/small-office.ts';
import { holdersOn } from '../../lifecycle/post.ts';
import { follow } from '../../operations/follow.ts';
import { type Office, today } from '../../operations/house.ts';
import { invite } from '../../operations/posts/invite.ts';
import { closePost } from '../../operations/posts/keep-post.ts';
import { withdrawInvitation } from '../../operations/posts/withdraw-invitation.ts';
import { webApp } from '../routes.ts';

const wanted = 'nine lives of a cat';

async function node() {
  const office = await smallOffice();
  return { office, ...doorOf(office) };
}

function doorOf(office: Office) {
  const app = webApp(office, { publicAddress: office.publicAddress, cacheBytes: 0 });
  return { app, browser: openBrowser(app) };
}

async function holdersOf(office: Office, post: string): Promise<readonly (string | undefined)[]> {
  await follow(office);
  const held = office.board.posts().get(post);
  const accounts = held === undefined ? [] : holdersOn(held, today(office)).map(({ account }) => account);
  const named = await office.accounts.named(accounts);
  return accounts.map((id) => named.get(id)?.email);
}

test('a new person sees who invites to what, gives a name and a password, and is at the desk', async () => {
  const { office, browser } = await node();
  const secret = await invite(office, office.actors['focal-sn'], {
    email: 'moussa@example.org',
    post: 'clerk-sn',
    deputy: true,
  });
  const address = `/en/invitation?secret=${secret}`;
  const page = await browser.open(address);
  for (const words of ['Office of clerk-sn', 'As deputy', 'Office of focal-sn', 'moussa@example.org']) {
    assert.ok(page.body.includes(words), words);
  }
  const weak = await browser.send(page, '/en/invitation', { name: 'Moussa "M" Fall', password: 'moussa' });
  assert.equal(weak.status, 400);
  assert.match(weak.body, /too short[\s\S]*value="Moussa &quot;M&quot; Fall"/);
  const came = await browser.send(weak, '/en/invitation', { name: 'Moussa Fall', password: wanted });
  assert.equal(came.address, '/en/desk');
  assert.deepEqual(await holdersOf(office, 'clerk-sn'), ['clerk-sn@example.org', 'moussa@example.org']);
  assert.match((await browser.open('/en/account')).body, /Moussa Fall/);
  const used = await browser.open(address);
  assert.deepEqual([used.status, used.body.includes('This invitation no longer holds')], [400, true]);
});

test('an existing account accepts, and signs in with its own password: the invitation stands in for none', async () => {
  const { office, app, browser } = await node();
  const invitation = { email: 'Clerk-SN@example.org', post: 'roster-sn', deputy: true };
  const page = await browser.open(`/en/invitation?secret=${await invite(office, 'node', invitation)}`);
  assert.doesNotMatch(page.body, /name="password"|Invited by/);
  const accepted = await browser.send(page, '/en/invitation');
  assert.match(accepted.body, /The invitation is accepted[\s\S]*name="password"/);
  assert.equal(browser.cookies.has('session'), false);
  assert.deepEqual(await holdersOf(office, 'roster-sn'), ['roster-sn@example.org', 'clerk-sn@example.org']);
  const own = { email: 'clerk-sn@example.org', password };
  assert.equal((await browser.send(accepted, '/en/sign-in', own)).address, '/en/desk');

  const again = await invite(office, 'node', { ...invitation, post: 'secretariat' });
  const signedIn = await browser.send(await browser.open(`/en/invitation?secret=${again}`), '/en/invitation');
  assert.equal(signedIn.address, '/en/desk', 'whoever is signed in already need not sign in again');
  assert.equal(openBrowser(app).cookies.size, 0);
});

test('whoever takes a post over becomes its holder, and the one before is told', async () => {
  const { office, browser } = await node();
  const secret = await invite(office, office.actors['focal-sn'], {
    email: 'moussa@example.org',
    post: 'focal-sn',
    deputy: false,
    handOver: true,
  });
  const page = await browser.open(`/en/invitation?secret=${secret}`);
  assert.match(page.body, /in place of the present one/);
  await browser.send(page, '/en/invitation', { name: 'Moussa Fall', password: wanted });
  assert.deepEqual(await holdersOf(office, 'focal-sn'), ['moussa@example.org']);
  await office.outbox.deliver(office.clock.now().toISOString());
  const [letter] = office.mailbox.letters;
  assert.equal(letter?.envelope.to, 'focal-sn@example.org');
  assert.match((await PostalMime.parse(letter.bytes)).text ?? '', /ends on 5 May 2024/);
});

test('an invitation that expired, was made up, is for something else or for a closed post is plainly refused', async () => {
  const { office, browser } = await node();
  const secret = await invite(office, 'node', { email: 'm@example.org', post: 'clerk-br', deputy: false });
  const other = await office.accounts.letter({ purpose: 'firstAdministrator' }, 60);
  await closePost(office, 'node', 'clerk-br');
  for (const one of [secret, other, 'made-up', '']) {
    assert.equal((await browser.open(`/en/invitation?secret=${one}`)).status, 400);
    const posted = await browser.post('/en/invitation', { secret: one, name: 'M', password: wanted });
    assert.equal(posted.status, 400);
    assert.match(posted.body, /no longer holds/);
  }
  assert.equal(await office.accounts.findByEmail('m@example.org'), undefined);
});

test('the link of a withdrawn invitation says that it was withdrawn, and nobody gets an account by it', async () => {
  const { office, browser } = await node();
  const email = 'm@example.org';
  const secret = await invite(office, 'node', { email, post: 'clerk-br', deputy: false });
  const page = await browser.open(`/en/invitation?secret=${secret}`);
  await withdrawInvitation(office, 'node', 'clerk-br', email);
  const sent = await browser.send(page, '/en/invitation', { name: 'M', password: wanted });
  for (const { status, body } of [sent, await browser.open(`/en/invitation?secret=${secret}`)]) {
    assert.equal(status, 400);
    assert.match(body, /<h1>This invitation was withdrawn<\/h1>/);
  }
  assert.equal(await office.accounts.findByEmail(email), undefined);
});

test('the first link of an empty node makes its administrator, once', async () => {
  const office = await officeOf(await smallHouse());
  const { browser } = doorOf(office);
  const secret = await office.accounts.letter({ purpose: 'firstAdministrator' }, 60);
  const second = await office.accounts.letter({ purpose: 'firstAdministrator' }, 60);
  const page = await browser.open(`/pt/first-administrator?secret=${secret}`);
  const wrong = { email: 'awa@', name: 'Awa Diop', password: 'awa' };
  const all = await browser.send(page, '/pt/first-administrator', wrong);
  assert.equal(all.status, 400);
  assert.match(
    all.body,
    /<p class=error>“awa@” não é válido em Endereço[^<]*<p class=error>Esta palavra-passe é demasiado curta/,
  );
  const typed = { email: 'awa@example.org', name: 'Awa Diop', password: 'awa' };
  const weak = await browser.send(page, '/pt/first-administrator', typed);
  assert.equal(weak.status, 400);
  assert.match(weak.body, /value="Awa Diop"[\s\S]*value="awa@example.org"/);
  assert.equal(await office.accounts.isEmpty(), true);
  const came = await browser.send(weak, '/pt/first-administrator', { ...typed, password: wanted });
  assert.equal(came.address, '/pt/desk');
  assert.deepEqual(await holdersOf(office, 'administrator'), ['awa@example.org']);
  const post = office.board.posts().get('administrator');
  assert.deepEqual([post?.kind, post?.title.original], ['administrator', 'pt']);
  assert.equal(post?.title.texts['en'], 'Administration of this node');
  for (const one of [secret, second]) {
    const { status } = await browser.open(`/pt/first-administrator?secret=${one}`);
    assert.equal(status, 400, 'somebody has an account now');
  }
});
