import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Hono } from 'hono';
import { signedIn, textOf, type Visiting } from '../../../tests/fixtures/signed-in.ts';
import { type PersonId, type SmallOffice, smallOffice } from '../../../tests/fixtures/small-office.ts';
import { allRegisters } from '../../registers/all-registers.ts';
import { webApp } from '../routes.ts';

let office: SmallOffice;
let app: Hono;

before(async () => {
  office = await smallOffice();
  app = webApp(office, { publicAddress: '', cacheBytes: 1_000_000 });
});

const as = (person: PersonId) => signedIn(app, office, person);

const salt = {
  'title.en': 'Salt roads',
  'participants.0.country': 'Mozambique',
  'participants.0.role': 'provider',
  'participants.1.country': 'Senegal',
  'participants.1.role': 'recipient',
};

async function typed(who: Visiting, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const page = await who.open('/en/activity/new');
  const done = await who.press(page, '/activity/new', { ...salt, do: 'save', ...more });
  assert.equal(done.status, 200, done.body);
  return done.address.split('?')[0] ?? '';
}

test('two people who save at once lose nothing: the second sees what the first changed, and saves on top of it', async () => {
  const [one, other] = [await as('clerk-sn'), await as('focal-sn')];
  const address = await typed(one);
  const early = await other.open(`${address}/edit`);
  await one.press(await one.open(`${address}/edit`), '/edit', { 'title.en': 'Salt and roads', do: 'save' });
  const late = await other.press(early, '/edit', { 'summary.en': 'Roads to carry salt.', do: 'save' });
  assert.equal(late.status, 409);
  assert.match(late.body, /Somebody saved revision 2 in the meantime[\s\S]*<ins>and <\/ins>roads/);
  assert.match(late.body, /Roads to carry salt\.<\/textarea>/);
  assert.match(late.body, /Save on top of revision 2/);
  const done = await other.press(late, '/edit', { do: 'save' });
  assert.match(done.body, /Saved: revision 3/);
});

test('a form sent twice by an impatient hand makes one record', async () => {
  const clerk = await as('clerk-sn');
  const page = await clerk.open('/en/activity/new');
  const first = await clerk.press(page, '/activity/new', { ...salt, do: 'save' });
  const second = await clerk.press(page, '/activity/new', { ...salt, do: 'save' });
  assert.equal(second.status, 200);
  assert.equal(second.address, first.address);
  assert.match(second.body, /Draft: revision 1/);
});

test('a focal point releases what it types at once; without its own country in it the draft is kept, not released', async () => {
  const focal = await as('focal-br');
  const page = await focal.open('/en/activity/new');
  const back = await focal.press(page, '/activity/new', { ...salt, do: 'release' });
  assert.equal(back.status, 400);
  assert.match(back.body, /It was saved as a draft\. The next step was refused/);
  assert.match(back.body, /The record does not name your country/);
  const done = await focal.press(back, '/edit', { 'participants.0.country': 'Brazil', do: 'release' });
  assert.match(done.body, /Released: revision 2/);
  assert.equal((await app.request(done.address.split('?')[0] ?? '')).status, 200);
});

test('another row is only another row: nothing is saved, nothing is found fault with', async () => {
  const clerk = await as('clerk-sn');
  const page = await clerk.open('/en/activity/new');
  const head = await office.log.head();
  const more = await clerk.press(page, '/activity/new', { 'title.en': 'Salt', more: 'participants' });
  assert.equal(more.status, 200);
  assert.match(more.body, /name="participants\.1\.country"/);
  assert.doesNotMatch(more.body, /class="summary/);
  assert.equal(await office.log.head(), head);
});

test('an observer’s record stands at once, marked as observed, and wants a source', async () => {
  const secretariat = await as('secretariat');
  const page = await secretariat.open('/en/activity/new?as=observer');
  assert.match(page.body, /You write as an observer of others/);
  assert.doesNotMatch(page.body, /Save and submit|Save and release/);
  const unsourced = await secretariat.press(page, '/activity/new', { ...salt, do: 'save' });
  assert.equal(unsourced.status, 400);
  assert.match(unsourced.body, /<a href="#sources/);
  const source = { 'sources.0.title': 'Report', 'sources.0.url': 'https://example.org/salt' };
  const done = await secretariat.press(unsourced, '/activity/new', { ...source, do: 'save' });
  const everybody = await app.request(done.address.split('?')[0] ?? '');
  assert.match(await textOf(everybody), /Observed by a third party, not confirmed by the countries/);
});

test('whoever may not write a record is told so, and the contributor of another institution sees none of it', async () => {
  const address = await typed(await as('clerk-sn'));
  const other = await as('clerk-sn-other');
  assert.equal((await other.open(address)).status, 404);
  assert.equal((await other.open(`${address}/edit`)).status, 404);
  assert.equal((await (await as('secretariat')).open('/en/activity/new')).status, 403);
  const nobody = await app.request('/en/activity/new');
  assert.equal(nobody.status, 303);
  assert.match(nobody.headers.get('location') ?? '', /^\/en\/sign-in\?then=/);
});

test('an older revision is taken up again: the form opens with its values, for a new revision', async () => {
  const clerk = await as('clerk-sn');
  const address = await typed(clerk);
  await clerk.press(await clerk.open(`${address}/edit`), '/edit', { 'title.en': 'Sugar roads', do: 'save' });
  const compared = await clerk.open(`${address}/compare?from=1&to=2`);
  const [, href = ''] = /<a href="([^"]*)">Take up revision 1 again/.exec(compared.body) ?? [];
  const form = await clerk.open(href.replaceAll('&amp;', '&'));
  assert.match(form.body, /name="title\.en"[^>]*value="Salt roads"/);
  const done = await clerk.press(form, '/edit', { do: 'save' });
  assert.match(done.body, /Saved: revision 3[\s\S]*<h1>Salt roads<\/h1>/);
  assert.equal((await clerk.open(`${address}/edit?from=9`)).status, 404);
});

test('a form without the token of its session is not taken', async () => {
  const clerk = await as('clerk-sn');
  const page = await clerk.open('/en/activity/new');
  const head = await office.log.head();
  const back = await clerk.press(page, '/activity/new', { ...salt, form: 'stolen', do: 'save' });
  assert.equal(back.status, 403);
  assert.equal(await office.log.head(), head);
});

test('the form speaks the language of its address', async () => {
  const clerk = await as('clerk-sn');
  for (const lang of ['fr', 'es', 'ar', 'ru', 'zh', 'pt']) {
    const page = await clerk.open(`/${lang}/practice/new`);
    assert.equal(page.status, 200);
    assert.match(page.body, new RegExp(`action="/${lang}/practice/new"`));
    assert.doesNotMatch(page.body, />[^<]*\b(review|act|form|field)\.[a-z]+\b[^<]*</i, lang);
  }
});

test('nothing that stands in a form beside the record goes by the name of one of its fields', async () => {
  const secretariat = await as('secretariat');
  for (const { name, workflow } of allRegisters) {
    if (workflow.observe === undefined) continue;
    const { body } = await secretariat.open(`/en/${name}/new?as=observer`);
    assert.match(body, /name="changeReason"/, name);
    const ids = [...body.matchAll(/ id="?([^" >]+)"?/g)].map(([, one = '']) => one);
    assert.deepEqual(
      ids.filter((id, at) => ids.indexOf(id) !== at),
      [],
      name,
    );
  }
});

test('why a need is there and why it was changed are two things, and both are kept', async () => {
  const senegal = await as('focal-sn');
  const form = await senegal.open('/en/need/new');
  const saved = await senegal.press(form, '/need/new', {
    'title.en': 'Wells',
    'reason.en': 'The rain stays away',
    changeReason: 'First draft',
    do: 'save',
  });
  assert.match(saved.body, /The rain stays away/);
  assert.match(saved.body, /First draft/);
});
