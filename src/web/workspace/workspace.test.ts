import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answered, asked } from '../../../tests/fixtures/asking.ts';
import { drafted, released, seen, submitted } from '../../../tests/fixtures/desk-records.ts';
import { english } from '../../../tests/fixtures/small-house.ts';
import { smallOffice } from '../../../tests/fixtures/small-office.ts';
import { visiting } from '../../../tests/fixtures/visiting.ts';
import { langText } from '../../kernel/lang-text.ts';
import { deedsOfOthers } from '../../operations/notes/deeds-of-others.ts';
import { appoint, relieve } from '../../operations/posts/appoint.ts';
import { openPost } from '../../operations/posts/keep-post.ts';
import { confirm, dispute } from '../../operations/review/answer.ts';
import { returnRecord } from '../../operations/review/submit.ts';
import { withdraw } from '../../operations/review/withdraw.ts';

const register = 'activity';

test('whoever is not signed in is led to signing in, and sees nothing of the workspace', async () => {
  const office = await smallOffice();
  await submitted(office, 'wells', 'Wells of the valley');
  const answer = await visiting(office).get(undefined, '/en/desk');
  assert.notEqual(answer.status, 200);
  assert.doesNotMatch(await answer.text(), /Wells of the valley/);
});

test('what was submitted waits for the focal point of the country, not for that of another one', async () => {
  const office = await smallOffice();
  await submitted(office, 'wells', 'Wells of the valley');
  const { read } = visiting(office);
  assert.match(await read('focal-sn', '/en/desk'), /To review<\/span>[\s\S]*Wells of the valley/);
  assert.doesNotMatch(await read('focal-br', '/en/desk'), /Wells of the valley/);
});

test('a request for confirmation says whose word is wanted, since when and until when', async () => {
  const office = await smallOffice();
  await released(office, 'wells', langText('fr', 'Puits de la vallée'));
  const page = await visiting(office).read('focal-br', '/en/desk');
  assert.match(page, /<a href="\/en\/activity\/wells" lang="fr" dir=ltr>Puits de la vallée/);
  assert.match(page, /Waiting since 6 May 2024 · Due by 4 August 2024/);
});

test('two answers to one need are told apart by who answers whom, in what waits and in what was sent', async () => {
  const office = await smallOffice();
  await asked(office, 'pipes');
  await answered(office, 'focal-br', 'from-brazil', 'pipes');
  await answered(office, 'focal-mz', 'from-mozambique', 'pipes', { answeredBy: ['MZ'] });
  const { read } = visiting(office);
  const between = (page: string, id: string): string =>
    new RegExp(`/match/${id}"[^>]*>[^<]*</a></h3>(<p class=flow>.*?)<p class=soft>`)
      .exec(page)?.[1]
      ?.replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim() ?? '';
  const page = await read('focal-sn', '/en/desk');
  assert.equal(between(page, 'from-brazil'), 'Brazil to Senegal');
  assert.equal(between(page, 'from-mozambique'), 'Mozambique to Senegal');
  const sent = await read('focal-br', '/fr/desk?post=focal-br&show=sent');
  assert.equal(between(sent, 'from-brazil'), 'Brésil vers Sénégal');
});

test('who answered a need reads that it was taken back: in the workspace, and in the weekly letter', async () => {
  const office = await smallOffice();
  for (const need of ['pipes', 'wells']) await asked(office, need, { title: english(`Need of ${need}`) });
  await answered(office, 'focal-br', 'from-brazil', 'pipes');
  for (const id of ['pipes', 'wells']) {
    const { seq: seen = 0 } = office.board.records([id]).get(id) ?? {};
    const why = { register: 'need', id, seen, reason: 'The budget is cut' };
    await withdraw(office, office.actors['focal-sn'], why);
  }
  const page = await visiting(office).read('focal-br', '/en/desk');
  assert.match(page, /Need of pipes<\/a> <small>Need · [^<]*6 May 2024/);
  assert.doesNotMatch(page, /Need of wells/, 'nobody here answered that one');
  const deeds = await deedsOfOthers(office, office.actors['focal-br'], '2024-05-01', '2024-05-08');
  assert.deepEqual(
    deeds.filter(({ type }) => type === 'withdrawn').map(({ record, country }) => [record.recordId, country]),
    [['pipes', 'SN']],
  );
});

test('an item names the countries of its record where there is another than the reader’s own', async () => {
  const office = await smallOffice();
  await submitted(office, 'wells', 'Wells of the valley');
  await drafted(office, 'alone', 'Alone', 'clerk-sn', 'SN');
  const { read } = visiting(office);
  assert.match(
    await read('focal-sn', '/en/desk'),
    /Wells of the valley<\/a><\/h3><p class=flow>Senegal, Brazil</,
  );
  assert.match(await read('clerk-sn', '/en/desk'), />Alone<\/a><\/h3><p class=soft>/);
});

test('a country that is asked reads the title in force, not that of the newer draft', async () => {
  const office = await smallOffice();
  await released(office, 'wells', 'Wells of the valley');
  await drafted(office, 'wells', 'Secret plans');
  const { read } = visiting(office);
  assert.match(await read('clerk-sn', '/en/desk'), /Draft<\/span>[\s\S]*Secret plans/);
  const other = await read('focal-br', '/en/desk');
  assert.match(other, /Wells of the valley/);
  assert.doesNotMatch(other, /Secret plans|Draft/);
});

test('kinds of tasks are filters with their numbers', async () => {
  const office = await smallOffice();
  await submitted(office, 'wells', 'Wells');
  await released(office, 'salt', 'Salt');
  await dispute(office, office.actors['focal-br'], {
    register,
    id: 'salt',
    seen: seen(office, 'salt'),
    revision: 1,
    objections: [{ field: 'title' }],
  });
  const { read } = visiting(office);
  assert.match(await read('focal-sn', '/en/desk'), /All \(2\)[\s\S]*To review \(1\)[\s\S]*Disputed \(1\)/);
  const disputed = await read('focal-sn', '/en/desk?post=focal-sn&show=disputed');
  assert.match(disputed, /Disputed by Brazil/);
  assert.doesNotMatch(disputed, />Wells</);
});

test('more than fifty tasks are read page by page', async () => {
  const office = await smallOffice();
  for (let i = 0; i < 52; i += 1) await submitted(office, `wells-${i}`);
  const { read } = visiting(office);
  const count = (page: string) => new Set(page.match(/\/en\/activity\/wells-\d+/g)).size;
  const first = await read('focal-sn', '/en/desk?post=focal-sn&show=toReview');
  assert.equal(count(first), 50);
  assert.match(first, /Page 1 of 2/);
  assert.equal(count(await read('focal-sn', '/en/desk?post=focal-sn&show=toReview&page=2')), 2);
});

test('who sent something reads where it stands and what others did to it', async () => {
  const office = await smallOffice();
  await released(office, 'cashew', 'Cashew');
  await confirm(office, office.actors['focal-br'], {
    register,
    id: 'cashew',
    seen: seen(office, 'cashew'),
    revision: 1,
  });
  await submitted(office, 'goats', 'Goats');
  const remarks = [{ field: 'title', text: 'Which?' }];
  const act = { register, id: 'goats', seen: seen(office, 'goats'), remarks };
  await returnRecord(office, office.actors['focal-sn'], act);
  const page = await visiting(office).read('clerk-sn', '/en/desk');
  assert.match(page, /Brazil: confirmed on 6 May 2024/);
  assert.match(page, /Brazil confirmed it on 6 May 2024/);
  assert.match(page, /Returned with remarks on 6 May 2024/);
});

test('somebody with several posts chooses among them, and acts for none that somebody else holds', async () => {
  const office = await smallOffice();
  const profile = { kind: 'secretariat', title: english('Regional desk'), languages: ['en'] } as const;
  await openPost(office, 'node', profile, 'region');
  const account = office.actors['focal-sn'].account;
  await appoint(office, 'node', 'region', { account, deputy: false });
  const { read, get } = visiting(office);
  assert.match(await read('focal-sn', '/en/desk?post=region'), /Office of focal-sn[\s\S]*<h1>Regional desk/);
  assert.equal((await get('focal-sn', '/en/desk?post=focal-br')).status, 403);
});

test('somebody without a post is told whom to ask', async () => {
  const office = await smallOffice();
  await relieve(office, 'node', 'clerk-sn', office.actors['clerk-sn'].account);
  assert.match(await visiting(office).read('clerk-sn', '/en/desk'), /You hold no post at present/);
});

test('a post begins only what it may: a secretariat observes, an administrator keeps posts and mail', async () => {
  const office = await smallOffice();
  const { read } = visiting(office);
  assert.match(await read('clerk-sn', '/en/desk'), /\/en\/activity\/new\?post=clerk-sn"/);
  const secretariat = await read('secretariat', '/en/desk');
  assert.match(secretariat, /\/en\/activity\/new\?post=secretariat&amp;as=observer/);
  assert.match(secretariat, /New record:[\s\S]*\/en\/consultation\/new\?post=secretariat"/);
  assert.doesNotMatch(secretariat, /\/en\/activity\/new\?post=secretariat"/);
  assert.match(await read('administrator', '/en/desk'), /\/en\/desk\/outbox\?post=administrator/);
});
