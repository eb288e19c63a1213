import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Hono } from 'hono';
import { signedIn, textOf, type Visiting } from '../../../tests/fixtures/signed-in.ts';
import { type SmallOffice, smallOffice } from '../../../tests/fixtures/small-office.ts';
import { webApp } from '../routes.ts';

let office: SmallOffice;
let app: Hono;
let clerk: Visiting;
let senegal: Visiting;
let brazil: Visiting;
let address: string;

before(async () => {
  office = await smallOffice();
  app = webApp(office, { publicAddress: '', cacheBytes: 1_000_000 });
  clerk = await signedIn(app, office, 'clerk-sn');
  senegal = await signedIn(app, office, 'focal-sn');
  brazil = await signedIn(app, office, 'focal-br');
});

const publicly = async (path = address) => {
  const answer = await app.request(path);
  return { status: answer.status, body: await textOf(answer) };
};

const wells = {
  'title.en': 'Wells for Kaffrine',
  'summary.en': 'Brazil shares how wells are drilled in dry soil.',
  modality: 'bilateral',
  'participants.0.country': 'Brazil',
  'participants.0.role': 'provider',
  'participants.1.country': 'Senegal',
  'participants.1.role': 'recipient',
  'dates.start': '2023',
};

test('what cannot stand comes back with everything typed and a word at its field', async () => {
  const page = await clerk.open('/en/activity/new');
  assert.equal(page.status, 200);
  const back = await clerk.press(page, '/activity/new', {
    ...wells,
    'title.en': '',
    'dates.start': 'spring',
    do: 'save',
  });
  assert.equal(back.status, 400);
  assert.match(back.body, /There is something to correct/);
  assert.match(back.body, /value="spring"/);
  assert.match(back.body, /Brazil shares how wells are drilled/);
});

test('an institution types a record; as long as nobody released it, nobody else sees anything', async () => {
  const page = await clerk.open('/en/activity/new');
  const draft = await clerk.press(page, '/activity/new', { ...wells, do: 'save' });
  assert.equal(draft.status, 200);
  address = draft.address.split('?')[0] ?? '';
  assert.match(address, /^\/en\/activity\/\w{4}-\w{4}-\w{4}$/);
  assert.match(draft.body, /Saved: revision 1/);
  assert.match(draft.body, /Draft: revision 1[\s\S]*Nothing of this record is public yet/);
  assert.equal((await publicly()).status, 404);
  assert.equal((await brazil.open(address)).status, 404);
  assert.doesNotMatch((await publicly('/en/search')).body, /Kaffrine/);
});

test('the focal point returns it with remarks, which stand at their fields when it is edited', async () => {
  const submitted = await clerk.press(await clerk.open(address), '/submit');
  assert.match(submitted.body, /Submitted to the focal point: revision 1/);
  const panel = await senegal.open(address);
  assert.match(panel.body, /Return with remarks/);
  const empty = await senegal.press(await senegal.open(`${address}/return`), '/return');
  assert.equal(empty.status, 400);
  assert.match(empty.body, /Write at least one remark/);
  const returned = await senegal.press(empty, '/return', {
    'remark.0.field': 'dates',
    'remark.0.text': 'It began in 2024.',
  });
  assert.match(returned.body, /Returned with remarks: revision 1[\s\S]*It began in 2024\./);
  const form = await clerk.open(`${address}/edit`);
  assert.match(form.body, /<p class=remark><b>Remark:<\/b> <bdi>It began in 2024\./);
  const again = await clerk.press(form, '/edit', { 'dates.start': '2024', do: 'submit' });
  assert.match(again.body, /Submitted to the focal point: revision 2/);
});

test('released it is the country’s word, and the country that it names is asked', async () => {
  const done = await senegal.press(await senegal.open(address), '/release');
  assert.equal(done.status, 200);
  const { status, body } = await publicly();
  assert.equal(status, 200);
  assert.match(body, /Reported by Senegal\. Brazil was asked on 6 May 2024\./);
  assert.match(body, /Up to date[\s\S]*last confirmed 6 May 2024 by Office of focal-sn/);
  assert.doesNotMatch(body, /What you can do|method=post/);
});

test('the other country disputes a field: both values stand side by side', async () => {
  const panel = await brazil.open(address);
  assert.match(panel.body, /You act for: <bdi>Office of focal-br/);
  const choose = await brazil.open(`${address}/dispute`);
  assert.match(choose.body, /Which field is not right\?/);
  const form = await brazil.open(`${address}/dispute?field=dates`);
  assert.match(form.body, /name="dates\.start"[^>]*value="2024"/);
  const same = await brazil.press(form, '/dispute');
  assert.equal(same.status, 400);
  assert.match(same.body, /This is what is in force already/);
  const done = await brazil.press(form, '/dispute', { 'dates.start': '2022', note: 'Signed in 2022.' });
  assert.equal(done.status, 200);
  const { body } = await publicly();
  assert.match(body, /Brazil has disputed it since 6 May 2024/);
  assert.match(
    body,
    /Senegal says[\s\S]*<th scope=row>When<td>since 2024<td>[\s\S]*?Brazil<\/a><br>since 2022<td>6 May 2024<td>[\s\S]*?Signed in 2022\./,
  );
});

test('the owner revises and releases; the other country confirms, and both vouch for it', async () => {
  const draft = await senegal.press(await senegal.open(`${address}/edit`), '/edit', {
    'dates.start': '2022',
    changeReason: 'As Brazil says.',
    do: 'save',
  });
  assert.match(draft.body, /What the draft changes[\s\S]*<del>since 2024<\/del>[\s\S]*<ins>since 2022/);
  assert.doesNotMatch((await publicly()).body, /<dd>since 2022/);
  await senegal.press(draft, '/release');
  const done = await brazil.press(await brazil.open(address), '/confirm');
  assert.match(done.body, /Brazil confirmed revision 3/);
  assert.doesNotMatch(done.body, /\/confirm"/);
  const { body } = await publicly();
  assert.match(body, /Confirmed by Senegal and Brazil\./);
  assert.doesNotMatch(body, /disputes/);
  assert.match((await publicly('/en/search')).body, /<span>Confirmed by all sides<\/span>/);
});
