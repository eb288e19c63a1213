import assert from 'node:assert/strict';
import { test } from 'node:test';
import PostalMime from 'postal-mime';
import { drafted } from '../../../tests/fixtures/desk-records.ts';
import { type SmallOffice, smallOffice } from '../../../tests/fixtures/small-office.ts';
import { visiting } from '../../../tests/fixtures/visiting.ts';
import { holdersOn } from '../../lifecycle/post.ts';
import { today } from '../../operations/house.ts';

const holders = (office: SmallOffice, id: string) => {
  const post = office.board.posts().get(id);
  return post === undefined ? [] : holdersOn(post, today(office)).map(({ account }) => account);
};
const letters = async ({ outbox }: SmallOffice) =>
  (await outbox.accounts(20)).map(({ to, subject }) => `${to}: ${subject}`);

test('a focal point reads who holds the posts of its country, and of no other', async () => {
  const office = await smallOffice();
  const { read, get } = visiting(office);
  const list = await read('focal-sn', '/en/posts');
  assert.match(list, /Person of clerk-sn<\/bdi> \(holder since 6 May 2024\)/);
  assert.doesNotMatch(list, /Person of clerk-br|Person of administrator/);
  assert.equal((await get('focal-sn', '/en/posts/clerk-br')).status, 404);
  assert.match(await read('administrator', '/en/posts'), /Person of clerk-br[\s\S]*Person of clerk-sn/);
});

test('a clerk keeps nothing but the own post: no names of others, nobody invited', async () => {
  const office = await smallOffice();
  const { read, get, send } = visiting(office);
  assert.doesNotMatch(await read('clerk-sn', '/en/posts'), /Person of focal-sn/);
  assert.equal((await get('clerk-sn', '/en/posts/focal-sn')).status, 404);
  assert.equal((await get('clerk-sn', '/en/posts/new')).status, 403);
  const someone = { email: 'friend@example.org', as: 'holder', how: 'invite' };
  assert.equal((await send('clerk-sn', '/en/posts/clerk-sn/staff', someone)).status, 403);
  assert.deepEqual(await letters(office), []);
});

test('a focal point opens a post for an institution of its country, and of no other country', async () => {
  const office = await smallOffice();
  const { send, read } = visiting(office);
  const typed = {
    kind: 'contributor',
    country: 'SN',
    organisation: 'Direction de la pêche',
    'title.fr': 'Direction de la pêche',
    'title.en': '',
    language: ['fr', 'en'],
    languages: 'wo',
    responseDays: '10',
    contact: 'peche@example.sn',
    reason: 'Asked for by letter',
  };
  const answer = await send('focal-sn', '/en/posts/new', typed);
  assert.equal(answer.status, 303);
  const address = answer.headers.get('location') ?? '';
  const page = await read('focal-sn', address);
  assert.match(page, /lang="fr" dir=ltr>Direction de la pêche/);
  assert.match(page, /French, English and Wolof[\s\S]*10 days[\s\S]*Asked for by letter/);
  assert.equal((await send('focal-sn', '/en/posts/new', { ...typed, country: 'BR' })).status, 403);
});

test('a form with something wrong comes back with what was typed and with what to do', async () => {
  const office = await smallOffice();
  const { send } = visiting(office);
  const typed = { kind: 'contributor', country: 'SN', 'title.en': 'Wells', organisation: '', language: 'en' };
  const answer = await send('focal-sn', '/en/posts/new', typed);
  assert.equal(answer.status, 400);
  assert.match(await answer.text(), /needs the organisation[\s\S]*value="Wells"/);
  const noName = await send('focal-sn', '/en/posts/new', { ...typed, 'title.en': ' ' });
  assert.match(await noName.text(), /needs a name in at least one language/);
});

test('an invitation is mailed once, in the language asked for, however often its form is sent', async () => {
  const office = await smallOffice();
  const { send } = visiting(office);
  const typed = { email: 'g@example.org', as: 'deputy', language: 'fr', how: 'invite', once: 'abcdefgh1' };
  assert.equal((await send('focal-sn', '/en/posts/clerk-sn/staff', typed)).status, 303);
  await send('focal-sn', '/en/posts/clerk-sn/staff', typed);
  await office.outbox.deliver(office.clock.now().toISOString());
  const [letter = '', ...others] = await letters(office);
  assert.match(letter, /^g@example\.org: Invitation à Southbridge/);
  assert.deepEqual(others, []);
  assert.equal(office.mailbox.letters.length, 1);
});

test('an address that is none is named by the label of its input', async () => {
  const { send } = visiting(await smallOffice());
  const typed = { email: 'notmail', as: 'holder', language: 'en', how: 'invite' };
  const answer = await send('focal-sn', '/fr/posts/clerk-sn/staff', typed);
  assert.equal(answer.status, 400);
  assert.match(await answer.text(), /«.notmail.» n’est pas valable à Adresse électronique/);
});

test('a post shows who is invited until when; a new letter to the same address takes the place of the one before', async () => {
  const office = await smallOffice();
  const { send, read, get } = visiting(office);
  const typed = { email: 'G@example.org', as: 'deputy', language: 'en', how: 'invite', once: 'abcdefgh1' };
  const linkOfLast = async () => {
    await office.outbox.deliver(office.clock.now().toISOString());
    const { text = '' } = await PostalMime.parse(office.mailbox.letters.at(-1)?.bytes ?? '');
    return /\/en\/invitation\?secret=[\w-]+/.exec(text)?.[0] ?? '';
  };
  await send('focal-sn', '/en/posts/clerk-sn/staff', typed);
  await send('focal-sn', '/en/posts/clerk-sn/staff', typed);
  const first = await linkOfLast();
  assert.equal((await get('clerk-br', first)).status, 200, 'a form sent twice leaves its one letter good');
  const page = await read('focal-sn', '/en/posts/clerk-sn');
  assert.match(page, /\u2068G@example\.org\u2069, invited as deputy until 20 May 2024/);
  assert.doesNotMatch(await read('focal-sn', '/en/posts/focal-sn'), /G@example/);

  await send('focal-sn', '/en/posts/clerk-sn/staff', {
    ...typed,
    email: 'g@example.org',
    as: 'holder',
    once: 'abcdefgh2',
  });
  assert.equal((await get('clerk-br', first)).status, 400);
  assert.equal((await get('clerk-br', await linkOfLast())).status, 200);
  const later = await read('focal-sn', '/fr/posts/clerk-sn');
  assert.match(later, /g@example\.org\u2069, à titre de titulaire, jusqu’au 20 mai 2024/);
  assert.doesNotMatch(later, /G@example/);
});

test('an invitation is withdrawn where it is listed; a second press says that it waits no longer', async () => {
  const office = await smallOffice();
  const { send, read } = visiting(office);
  const address = '/en/posts/clerk-sn';
  const typed = { email: 'g@example.org', as: 'deputy', language: 'en', how: 'invite', once: 'abcdefgh1' };
  await send('focal-sn', `${address}/staff`, typed);
  const withdraw = `<form method=post action="${address}/withdraw-invitation">`;
  assert.ok((await read('focal-sn', address)).includes(withdraw));
  const answer = await send('focal-sn', `${address}/withdraw-invitation`, { email: 'g@example.org' });
  assert.equal(answer.headers.get('location'), `${address}?done=invitationWithdrawn`);
  const page = await read('focal-sn', `${address}?done=invitationWithdrawn`);
  assert.match(
    page,
    /The invitation is withdrawn\.[\s\S]*An invitation was withdrawn before it was accepted/,
  );
  assert.ok(!page.includes('g@example.org'), 'the address stands nowhere any more');
  const again = await send('focal-sn', `${address}/withdraw-invitation`, { email: 'g@example.org' });
  assert.equal(again.status, 400);
  assert.match(await again.text(), /This invitation waits no longer/);
});

test('a holder withdraws the own invitation to take the post over, and not one that others sent', async () => {
  const office = await smallOffice();
  const { send, read } = visiting(office);
  const address = '/en/posts/clerk-sn';
  await send('focal-sn', `${address}/staff`, { email: 'd@example.org', as: 'deputy', how: 'invite' });
  const typed = { email: 'h@example.org', language: 'en', once: 'abcdefgh2', step: 'do' };
  await send('clerk-sn', `${address}/hand-over`, typed);
  assert.equal((await read('clerk-sn', address)).split('/withdraw-invitation"').length - 1, 1);
  const withdraw = (email: string) => send('clerk-sn', `${address}/withdraw-invitation`, { email });
  assert.equal((await withdraw('h@example.org')).status, 303);
  assert.equal((await withdraw('d@example.org')).status, 403);
});

test('whoever has an account is appointed at once; for others an invitation is proposed', async () => {
  const office = await smallOffice();
  const { send } = visiting(office);
  const typed = { email: 'focal-br@example.org', as: 'deputy', how: 'appoint', reason: 'Joint project' };
  assert.equal((await send('focal-sn', '/en/posts/clerk-sn/staff', typed)).status, 303);
  assert.ok(holders(office, 'clerk-sn').includes(office.actors['focal-br'].account));
  const unknown = await send('focal-sn', '/en/posts/clerk-sn/staff', { ...typed, email: 'x@example.org' });
  assert.equal(unknown.status, 400);
  assert.match(await unknown.text(), /Nobody signs in here with x@example\.org yet/);
});

test('a relieved person can act no longer, and the history says why', async () => {
  const office = await smallOffice();
  const { send, read } = visiting(office);
  const { account } = office.actors['clerk-sn'];
  const typed = { account, [`reason:${account}`]: 'Left the service' };
  assert.equal((await send('focal-sn', '/en/posts/clerk-sn/relieve', typed)).status, 303);
  assert.deepEqual(holders(office, 'clerk-sn'), []);
  assert.match(await read('focal-sn', '/en/posts/clerk-sn'), /Vacant[\s\S]*Left the service/);
});

test('a hand-over is previewed with what goes along, done in one step, and told to both', async () => {
  const office = await smallOffice();
  await drafted(office, 'wells');
  const { send } = visiting(office);
  const typed = { email: 'focal-mz@example.org', language: 'en', reason: 'Rotation', once: 'abcdefgh1' };
  const preview = await send('clerk-sn', '/en/posts/clerk-sn/hand-over', typed);
  assert.match(await preview.text(), /1 task; drafts among them: 1\./);
  assert.deepEqual(holders(office, 'clerk-sn'), [office.actors['clerk-sn'].account], 'nothing is done yet');
  const done = await send('clerk-sn', '/en/posts/clerk-sn/hand-over', { ...typed, step: 'do' });
  assert.equal(done.status, 303);
  assert.deepEqual(holders(office, 'clerk-sn'), [office.actors['focal-mz'].account]);
  assert.deepEqual((await letters(office)).toSorted(), [
    'clerk-sn@example.org: Hand-over of the post “Office of clerk-sn”',
    'focal-mz@example.org: Hand-over of the post “Office of clerk-sn”',
  ]);
});

test('a hand-over to somebody without an account is an invitation: the holder stays until it is accepted', async () => {
  const office = await smallOffice();
  const { send } = visiting(office);
  const typed = { email: 'g@example.org', language: 'en', once: 'abcdefgh1', step: 'do' };
  await send('focal-sn', '/en/posts/focal-sn/hand-over', typed);
  assert.deepEqual(holders(office, 'focal-sn'), [office.actors['focal-sn'].account]);
  assert.deepEqual(await letters(office), ['g@example.org: Invitation to Southbridge: Office of focal-sn']);
});

test('a holder changes what the public reads of the own office, but not its power', async () => {
  const office = await smallOffice();
  const { send } = visiting(office);
  const typed = {
    kind: 'focalPoint',
    country: 'SN',
    'title.en': 'Agency',
    language: 'en',
    responseDays: '21',
  };
  assert.equal((await send('focal-sn', '/en/posts/focal-sn/edit', typed)).status, 303);
  assert.equal(office.board.posts().get('focal-sn')?.responseDays, 21);
  const grab = { ...typed, kind: 'administrator', country: '' };
  assert.equal((await send('focal-sn', '/en/posts/focal-sn/edit', grab)).status, 403);
  assert.equal(office.board.posts().get('focal-sn')?.kind, 'focalPoint');
});

test('a post is closed with a reason by those above it, not by its holder', async () => {
  const office = await smallOffice();
  const { send } = visiting(office);
  assert.equal((await send('focal-sn', '/en/posts/focal-sn/close', {})).status, 403);
  assert.equal((await send('focal-sn', '/en/posts/clerk-sn/close', { reason: 'Dissolved' })).status, 303);
  assert.notEqual(office.board.posts().get('clerk-sn')?.closedAt, undefined);
});
