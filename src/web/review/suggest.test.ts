import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Hono } from 'hono';
import { signedIn, type Visiting } from '../../../tests/fixtures/signed-in.ts';
import { type SmallOffice, smallOffice } from '../../../tests/fixtures/small-office.ts';
import { languageAddress } from '../address.ts';
import { webApp } from '../routes.ts';

let office: SmallOffice;
let app: Hono;
let clerk: Visiting;

before(async () => {
  office = await smallOffice();
  app = webApp(office, { publicAddress: '', cacheBytes: 1_000_000 });
  clerk = await signedIn(app, office, 'clerk-sn');
});

const wells = {
  'title.fr': 'Réduire les pertes d’eau dans les réseaux des petites villes',
  'participants.0.country': 'Senegal',
  'participants.0.role': 'provider',
};

test('fields of goals and sectors have a button of their own, in activities, practices and needs', async () => {
  for (const register of ['activity', 'practice', 'need']) {
    const { body } = await clerk.open(`/en/${register}/new`);
    for (const field of ['sectors', 'sdgs']) {
      assert.match(body, new RegExp(`<button[^>]* name=suggest value="${field}"[^>]*>Suggest from the text`));
    }
    assert.doesNotMatch(body, /Suggested from what you have typed/);
  }
});

test('pressing it shows codes with shares and words as boxes, none ticked, and loses nothing that was typed', async () => {
  const page = await clerk.open('/en/activity/new');
  const back = await clerk.press(page, '/activity/new', { ...wells, suggest: 'sdgs' });
  assert.equal(back.status, 200);
  assert.match(back.body, /value="Réduire les pertes d’eau[^"]*"|Réduire les pertes d’eau[^<]*<\/textarea>/);
  const boxes = [...back.body.matchAll(/<input type=checkbox[^>]*name="sdgs\.1\d{4}"[^>]*>/g)];
  assert.ok(boxes.length >= 3 && boxes.length <= 6, `${boxes.length}`);
  for (const [box] of boxes) assert.doesNotMatch(box, / checked/);
  assert.match(
    back.body,
    /6 Clean water and sanitation<\/label><p class=help[^>]*>\d+% · because of: [^<]*eau/,
  );
  assert.doesNotMatch(back.body, /name="sectors\.1\d{4}"/);
});

test('a suggestion that is ticked is kept with the record; what was not ticked is not', async () => {
  const page = await clerk.open('/en/activity/new');
  const back = await clerk.press(page, '/activity/new', { ...wells, suggest: 'sectors' });
  const done = await clerk.press(back, '/activity/new', { 'sectors.10000': '140', do: 'save' });
  assert.equal(done.status, 200, done.body);
  assert.match(done.body, /Water supply and sanitation/);
  assert.doesNotMatch(done.body, /Goal 6|Clean water and sanitation/);
});

test('a code that is ticked in the list and among the suggestions is taken once', async () => {
  const page = await clerk.open('/en/activity/new');
  const twice = { ...wells, 'sdgs.0': '6', 'sdgs.10000': '6', suggest: 'sdgs' };
  const back = await clerk.press(page, '/activity/new', twice);
  assert.equal([...back.body.matchAll(/<input type=checkbox[^>]*value="6" checked/g)].length, 1);
});

test('a field that stands folded away is open when something is suggested for it', async () => {
  const page = await clerk.open('/en/need/new');
  const isOpen = (body: string): boolean => {
    const before = body.slice(0, body.indexOf('id="sdgs"'));
    return before.slice(before.lastIndexOf('<details')).startsWith('<details open');
  };
  assert.ok(!isOpen(page.body));
  assert.ok(
    isOpen((await clerk.press(page, '/need/new', { 'title.en': 'Clean water', suggest: 'sdgs' })).body),
  );
});

test('an empty form, or one in a language that is not known, is told that nothing is sure', async () => {
  const page = await clerk.open('/en/need/new');
  const back = await clerk.press(page, '/need/new', { suggest: 'sectors' });
  assert.match(back.body, /Not sure\. The text says too little/);
});

test('a name of a field that is none, or has no codes, asks for nothing', async () => {
  const page = await clerk.open('/en/activity/new');
  for (const field of ['constructor', 'title', 'nonsense', 'modality']) {
    const back = await clerk.press(page, '/activity/new', { ...wells, suggest: field });
    assert.equal(back.status, 200);
    assert.doesNotMatch(back.body, /Suggested from what you have typed/);
  }
});

test('the page that suggests has an address of its own: the browser goes back to it without sending anything, and no draft was made', async () => {
  const before = await office.log.head();
  const page = await clerk.open('/en/activity/new');
  const first = await clerk.press(page, '/activity/new', { ...wells, suggest: 'sdgs' });
  assert.match(first.address, /^\/en\/activity\/new\?typed=[\w-]{36}$/);
  const second = await clerk.press(first, '/activity/new', {
    'title.fr': 'Écoles rurales',
    suggest: 'sectors',
  });
  const back = await clerk.open(first.address);
  assert.equal(back.status, 200);
  assert.match(back.body, /Réduire les pertes d’eau/);
  assert.match(back.body, /name="sdgs\.1\d{4}"/);
  assert.match((await clerk.open(second.address)).body, /Écoles rurales/);
  const arabic = languageAddress('ar', first.address.slice(3));
  assert.ok(back.body.includes(`href="${arabic}"`), 'in another language it is what was typed, too');
  assert.equal(await office.log.head(), before);
});

test('nobody else reads what was typed; an address of nothing is an empty form', async () => {
  const page = await clerk.open('/en/activity/new');
  const { address } = await clerk.press(page, '/activity/new', { ...wells, more: 'participants' });
  const other = await signedIn(app, office, 'focal-sn');
  for (const one of [await other.open(address), await clerk.open(`${address}x`)]) {
    assert.equal(one.status, 200);
    assert.doesNotMatch(one.body, /Réduire les pertes/);
  }
});

test('what somebody else saved before the suggestions were asked for is not written over unseen', async () => {
  const saved = await clerk.press(await clerk.open('/en/activity/new'), '/activity/new', {
    ...wells,
    do: 'save',
  });
  const edit = `${saved.address.split('?')[0]}/edit`;
  const early = await clerk.open(edit);
  await clerk.press(await clerk.open(edit), '/edit', { 'title.fr': 'Un autre titre', do: 'save' });
  const asked = await clerk.press(early, '/edit', { suggest: 'sdgs' });
  const late = await clerk.press(asked, '/edit', { do: 'save' });
  assert.equal(late.status, 409);
  assert.match(late.body, /Un autre titre/);
});
