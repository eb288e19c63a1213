import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Hono } from 'hono';
import { asked } from '../../../tests/fixtures/asking.ts';
import { signedIn, type Visiting } from '../../../tests/fixtures/signed-in.ts';
import { type SmallOffice, smallOffice } from '../../../tests/fixtures/small-office.ts';
import { interfaceLanguages } from '../../kernel/language-tag.ts';
import { translator } from '../../wording/messages.ts';
import { webApp } from '../routes.ts';

let office: SmallOffice;
let app: Hono;
let brazil: Visiting;
let draft: string;

before(async () => {
  office = await smallOffice();
  app = webApp(office, { publicAddress: '', cacheBytes: 1_000_000 });
  brazil = await signedIn(app, office, 'focal-br');
  await asked(office, 'pipes');
});

test('the form of an answer shows the title of its need below the id, and leads there', async () => {
  const form = await brazil.open('/en/match/new?need=pipes&post=focal-br');
  assert.match(
    form.body,
    /name="need"[^>]* value="pipes"[^>]*><p class=soft><a href="\/en\/need\/pipes"[^>]*>Fewer losses in the pipes/,
  );
  const other = await brazil.press(form, '/match/new', { need: 'no-such-need', more: 'summary' });
  assert.match(other.body, /value="no-such-need"/);
  assert.doesNotMatch(other.body, /<p class=soft><a href="\/en\/need/);
});

test('an answer that says nothing of its own can be kept; it is not sent before it does', async () => {
  const form = await brazil.open('/en/match/new?need=pipes&post=focal-br');
  const saved = await brazil.press(form, '/match/new', { do: 'save' });
  draft = saved.address.split('?')[0] ?? '';
  assert.match(saved.body, /Saved: revision 1/);
  const refused = await brazil.press(saved, '/release');
  assert.equal(refused.status, 400);
  assert.match(refused.body, /What is proposed: Say what is proposed, or name an offer/);
  assert.deepEqual(office.board.records(['pipes']).get('pipes')?.state.matches ?? [], []);
});

test('the help beside the button says that the other side is asked, in every language, and so it is', async () => {
  for (const lang of interfaceLanguages) {
    const t = translator(lang);
    const page = (await brazil.open(draft.replace('/en/', `/${lang}/`))).body;
    assert.ok(page.includes(t('act.release.match.help')), lang);
    assert.ok(!page.includes(t('act.release.roomHelp')), lang);
  }
  const typed = { 'summary.en': 'Two engineers for three months', do: 'release' };
  const sent = await brazil.press(await brazil.open(`${draft}/edit`), '/edit', typed);
  assert.equal(sent.status, 200);
  const senegal = await signedIn(app, office, 'focal-sn');
  assert.match((await senegal.open(draft)).body, />Agree</);
});
