import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallOffice } from '../../../tests/fixtures/small-office.ts';
import { refuses } from '../../../tests/fixtures/wells.ts';
import { daysAfter } from '../../lifecycle/freshness.ts';
import { holdersOn } from '../../lifecycle/post.ts';
import { openOutbox } from '../../outbox/open-outbox.ts';
import type { Transport } from '../../outbox/transport.ts';
import { today } from '../house.ts';
import { relieve } from './appoint.ts';
import { acceptInvitation, invitationDays, invite } from './invite.ts';
import { inviteByMail } from './invite-by-mail.ts';
import { closePost, getPost } from './keep-post.ts';
import { postHistory } from './post-history.ts';
import { withdrawInvitation } from './withdraw-invitation.ts';

const guest = { name: 'Guest', language: 'fr', password: 'four goats and a well' } as const;
const email = 'guest@example.org';

test(`an invitation is good for ${invitationDays} days`, async () => {
  const office = await smallOffice();
  const secret = () => invite(office, office.actors['focal-sn'], { email, post: 'clerk-sn', deputy: true });
  const [inTime, late] = [await secret(), await secret()];
  const opened = office.clock.now().toISOString();
  office.clock.set(`${daysAfter(opened, invitationDays)}T07:08:08.000Z`);
  await acceptInvitation(office, inTime, guest);
  office.clock.set(`${daysAfter(opened, invitationDays)}T07:08:10.000Z`);
  await refuses(office, () => acceptInvitation(office, late, guest), 'linkExpired');
});

test('whoever comes to a post that nobody holds is its holder, else a deputy', async () => {
  const office = await smallOffice();
  const first = await invite(office, 'node', { email, post: 'clerk-sn', deputy: false });
  const { account } = await acceptInvitation(office, first, guest);
  const roleOf = (id: string) =>
    holdersOn(getPost(office, 'clerk-sn'), today(office)).find((one) => one.account === id)?.deputy;
  assert.equal(roleOf(account.id), true, 'it was held');
  await relieve(office, 'node', 'clerk-sn', office.actors['clerk-sn'].account);
  await relieve(office, 'node', 'clerk-sn', account.id);
  const again = await invite(office, 'node', { email, post: 'clerk-sn', deputy: false });
  await acceptInvitation(office, again, guest);
  assert.equal(roleOf(account.id), false);
});

test('somebody who has an account keeps its name and its password', async () => {
  const office = await smallOffice();
  const known = 'clerk-br@example.org';
  const secret = await invite(office, 'node', { email: known, post: 'clerk-sn', deputy: true });
  const { account } = await acceptInvitation(office, secret, guest);
  assert.deepEqual(
    [account.id, account.name, account.language],
    [office.actors['clerk-br'].account, 'Person of clerk-br', 'en'],
  );
  await assert.rejects(
    office.accounts.signIn(known, guest.password, { network: '192.0.2.1' }),
    /signInRefused/,
  );
});

test('a link made for signing in is no invitation', async () => {
  const office = await smallOffice();
  const accountId = office.actors['clerk-sn'].account;
  const secret = await office.accounts.letter({ purpose: 'signIn', accountId }, 15);
  await refuses(office, () => acceptInvitation(office, secret, guest), 'linkExpired');
});

test('a password that is refused does not use the invitation up', async () => {
  const office = await smallOffice();
  const secret = await invite(office, 'node', { email, post: 'clerk-sn', deputy: true });
  await refuses(
    office,
    () => acceptInvitation(office, secret, { ...guest, password: 'short' }),
    'weakPassword',
  );
  await refuses(office, () => acceptInvitation(office, secret, { ...guest, name: ' ' }), 'invalid');
  await acceptInvitation(office, secret, guest);
});

test('the post was closed in the meantime: the invitation leads nowhere, and nobody got an account', async () => {
  const office = await smallOffice();
  const secret = await invite(office, 'node', { email, post: 'clerk-sn', deputy: true });
  await closePost(office, 'node', 'clerk-sn');
  await refuses(office, () => acceptInvitation(office, secret, guest), 'noHolder');
  assert.equal(await office.accounts.findByEmail(email), undefined);
});

test('who may invite: those who keep the post', async () => {
  const office = await smallOffice();
  for (const by of ['clerk-sn', 'focal-br', 'secretariat', 'roster-sn'] as const) {
    const invitation = { email, post: 'clerk-sn-other', deputy: true };
    await refuses(office, () => invite(office, office.actors[by], invitation), 'notAllowed');
  }
  await invite(office, office.actors.administrator, { email, post: 'focal-sn', deputy: false });
});

test('a withdrawn invitation cannot be accepted; the history says so, and not to whom it went', async () => {
  const office = await smallOffice();
  const keeper = office.actors['focal-sn'];
  const secret = await invite(office, keeper, { email, post: 'clerk-sn', deputy: true });
  const why = { reason: 'Wrong address' };
  await withdrawInvitation(office, keeper, 'clerk-sn', ' Guest@EXAMPLE.org ', why);
  await refuses(office, () => acceptInvitation(office, secret, guest), 'linkExpired');
  assert.equal(await office.accounts.findByEmail(email), undefined);
  const last = (await postHistory(office, keeper, 'clerk-sn')).at(-1);
  assert.deepEqual(
    [last?.type, last?.reason, last?.post],
    ['invitationWithdrawn', 'Wrong address', 'focal-sn'],
  );
  assert.doesNotMatch(JSON.stringify(last), /guest@/i);
  await refuses(office, () => withdrawInvitation(office, keeper, 'clerk-sn', email), 'notFound');
});

test('who may withdraw an invitation: those who may send one like it', async () => {
  const office = await smallOffice();
  const invited = { email, post: 'clerk-sn', deputy: true };
  await invite(office, 'node', invited);
  for (const by of ['clerk-sn', 'focal-br', 'secretariat', 'roster-sn'] as const) {
    const attempt = () => withdrawInvitation(office, office.actors[by], 'clerk-sn', email);
    await refuses(office, attempt, 'notAllowed');
  }
  await withdrawInvitation(office, office.actors.administrator, 'clerk-sn', email);
  const takesOver = { ...invited, deputy: false, handOver: true };
  const secret = await invite(office, office.actors['clerk-sn'], takesOver);
  await withdrawInvitation(office, office.actors['clerk-sn'], 'clerk-sn', email);
  await refuses(office, () => acceptInvitation(office, secret, guest), 'linkExpired');
});

/** An office whose mail server is down until it is told to be up. */
async function withServerDown() {
  const office = await smallOffice();
  const server = { up: false };
  const transport: Transport = {
    send: async (message, mayLeave) => {
      if (!server.up) return { kind: 'later', words: 'down', unreachable: true };
      return (await mayLeave()) ? office.mailbox.send(message) : { kind: 'held' };
    },
  };
  const outbox = openOutbox({ file: ':memory:', transport, from: 'node@example.org' });
  return { server, office: { ...office, outbox } };
}

const deputy = { email, post: 'clerk-sn', deputy: true, language: 'fr' } as const;

test('the letter of an invitation that is over does not leave: withdrawn, sent anew, or to a post that was closed', async () => {
  const { office, server } = await withServerDown();
  const keeper = office.actors['focal-sn'];
  const standings = async () => (await office.outbox.accounts(9)).map(({ standing }) => standing).reverse();
  await inviteByMail(office, keeper, deputy);
  await inviteByMail(office, keeper, deputy);
  assert.deepEqual(await standings(), ['withdrawn', 'waiting'], 'the second takes the place of the first');
  await withdrawInvitation(office, keeper, 'clerk-sn', email);
  await inviteByMail(office, keeper, deputy);
  await closePost(office, 'node', 'clerk-sn');
  server.up = true;
  await office.outbox.deliver('2030-01-01T00:00:00.000Z');
  assert.deepEqual(await standings(), ['withdrawn', 'withdrawn', 'withdrawn']);
  assert.equal(office.mailbox.letters.length, 0);
});

test('withdrawn between its secret and its letter, an invitation is not mailed', async () => {
  const { office } = await withServerDown();
  const keeper = office.actors['focal-sn'];
  const key = 'invitation-clerk-sn-1';
  await invite(office, keeper, { email, post: 'clerk-sn', deputy: true, letter: key });
  await withdrawInvitation(office, keeper, 'clerk-sn', email);
  const letter = { key, to: email, language: 'fr', subject: 'Invitation', text: 'A', html: '<p>A' } as const;
  assert.equal(await office.outbox.enqueue([letter], office.clock.now().toISOString()), 0);
});

test('a letter of invitation names who sends it only where that person lets the name be shown', async () => {
  const office = await smallOffice();
  const { account } = office.actors['focal-sn'];
  const told: (string | undefined)[] = [];
  const words = {
    ...office.words,
    invitation: (...about: Parameters<typeof office.words.invitation>) => {
      told.push(about[1].person);
      return office.words.invitation(...about);
    },
  };
  await inviteByMail({ ...office, words }, office.actors['focal-sn'], deputy);
  await office.accounts.change(account, { nameShown: true });
  await inviteByMail({ ...office, words }, office.actors['focal-sn'], deputy);
  assert.deepEqual(told, [undefined, 'Person of focal-sn']);
});
