import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passingFolder } from '../../../tests/fixtures/at-exit.ts';
import { smallOffice } from '../../../tests/fixtures/small-office.ts';
import { visiting } from '../../../tests/fixtures/visiting.ts';
import { emlFolder } from '../../outbox/eml-folder.ts';
import { openOutbox } from '../../outbox/open-outbox.ts';

const letter = {
  key: 'note-1',
  to: 'somebody@example.org',
  language: 'en',
  subject: 'Two new items',
  text: 'Two',
  html: '<p>Two',
} as const;

test('the administrator alone reads which mail has left', async () => {
  const office = await smallOffice();
  await office.outbox.enqueue([letter], office.clock.now().toISOString());
  const { read, get } = visiting(office);
  assert.match(await read('administrator', '/en/desk/outbox'), /somebody@example\.org[\s\S]*Two new items/);
  assert.equal((await get('focal-sn', '/en/desk/outbox')).status, 403);
});

test('without a mail server a letter has not left: it lies in a folder, and the page says so', async () => {
  const office = await smallOffice();
  const { read: withServer } = visiting(office);
  assert.doesNotMatch(await withServer('administrator', '/en/desk/outbox'), /MAIL_URL/);
  const transport = emlFolder(passingFolder('letters'));
  const outbox = openOutbox({ file: ':memory:', transport, from: 'mail@example.org' });
  const { read } = visiting({ ...office, outbox });
  await outbox.enqueue([letter], office.clock.now().toISOString());
  await outbox.deliver(office.clock.now().toISOString());
  const page = await read('administrator', '/en/desk/outbox');
  assert.match(page, /no mail server \(MAIL_URL\)[\s\S]*Written as a file[\s\S]*In the folder since/);
  assert.doesNotMatch(page, />Sent<|Left /);
  assert.match(await read('administrator', '/ar/desk/outbox'), /MAIL_URL/);
});

test('without a mail server no page says that a letter is on its way: it is kept in a file until somebody passes it on', async () => {
  const kept = /no mail server: the letter is kept in a file on this server/;
  const office = await smallOffice();
  const transport = emlFolder(passingFolder('letters'));
  const outbox = openOutbox({ file: ':memory:', transport, from: 'mail@example.org' });
  const { read, send } = visiting({ ...office, outbox });
  const typed = { email: 'g@example.org', as: 'deputy', language: 'en', how: 'invite', once: 'abcdefgh1' };
  const invited = await send('focal-sn', '/en/posts/clerk-sn/staff', typed);
  const page = await read('focal-sn', invited.headers.get('location') ?? '');
  assert.match(page, /The invitation is written\./);
  const asked = { email: 'focal-sn@example.org' };
  const pages = [
    page,
    await read('focal-sn', '/en/posts/clerk-sn?done=factorReset'),
    await (await send('clerk-br', '/en/sign-in/letter', asked)).text(),
    await (await send('clerk-br', '/en/follow', { ...asked, sector: '140' })).text(),
  ];
  for (const one of pages) {
    assert.match(one, kept);
    assert.doesNotMatch(one, /on its way|Look into your mailbox/);
  }
  assert.match(await read('focal-sn', '/ar/posts/clerk-sn?done=invited'), /خادم بريد/);
  const withServer = visiting(office);
  const sent = await withServer.read('focal-sn', '/en/posts/clerk-sn?done=invited');
  assert.match(sent, /The invitation is on its way\./);
  assert.doesNotMatch(sent, kept);
});

test('a letter that was given up goes out again when the administrator says so', async () => {
  const office = await smallOffice();
  const goodUntil = '2024-01-01T00:00:00.000Z';
  await office.outbox.enqueue([{ ...letter, goodUntil }], '2023-12-31T00:00:00.000Z');
  await office.outbox.deliver(office.clock.now().toISOString());
  const { read, send } = visiting(office);
  assert.match(await read('administrator', '/en/desk/outbox'), /Given up[\s\S]*Send again/);
  const again = await send('administrator', '/en/desk/outbox', { post: 'administrator', key: letter.key });
  assert.equal(again.status, 303);
  assert.doesNotMatch(await read('administrator', '/en/desk/outbox'), /Given up/);
  assert.equal(
    (await send('focal-sn', '/en/desk/outbox', { post: 'focal-sn', key: letter.key })).status,
    403,
  );
});

test('a node that does not know its own address says that links in letters open here alone, to who sends one, too', async () => {
  const office = await smallOffice();
  const hereOnly = /begin with http:\/\/localhost:8040 and open on this machine alone/;
  const invited = '/en/posts/clerk-sn?done=invited';
  const pages = async (publicAddress: string) => {
    const { read } = visiting({ ...office, publicAddress });
    return [await read('administrator', '/en/desk/outbox'), await read('focal-sn', invited)];
  };
  for (const page of await pages('http://localhost:8040')) assert.match(page, hereOnly);
  for (const page of await pages('https://bridge.example.org')) assert.doesNotMatch(page, /machine alone/);
});
