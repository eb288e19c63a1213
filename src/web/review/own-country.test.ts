import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type GotPage, signedIn, type Visiting } from '../../../tests/fixtures/signed-in.ts';
import { type SmallOffice, smallOffice } from '../../../tests/fixtures/small-office.ts';
import { interfaceLanguages } from '../../kernel/language-tag.ts';
import { fieldLabel, findingText } from '../../wording/labels.ts';
import { translator } from '../../wording/messages.ts';
import { webApp } from '../routes.ts';

let office: SmallOffice;
let clerk: Visiting;
let senegal: Visiting;

before(async () => {
  office = await smallOffice();
  const app = webApp(office, { publicAddress: '', cacheBytes: 1_000_000 });
  clerk = await signedIn(app, office, 'clerk-sn');
  senegal = await signedIn(app, office, 'focal-sn');
});

/** What the boxes at the top of a page say, without their tags. */
const boxes = ({ body }: GotPage): string =>
  [...body.matchAll(/<div class="summary bad"[\s\S]*?<\/div>/g)]
    .map(([box]) => box.replace(/<[^>]*>/g, ' '))
    .join(' ');

test('a release that is refused says its one reason, by the name of the field, in every language', async () => {
  for (const lang of interfaceLanguages) {
    const t = translator(lang);
    const page = await senegal.open(`/${lang}/activity/new`);
    const back = await senegal.press(page, '/activity/new', { 'title.en': 'Wells', do: 'release' });
    assert.equal(back.status, 400);
    const params = { country: 'SN', role: 1 };
    const said = boxes(back).replace(/[\u2066-\u2069]/g, '');
    const reason = findingText(t, { code: 'ownCountryMissing', params });
    for (const part of [t('review.savedOnly'), fieldLabel(t, 'activity', 'participants'), reason])
      assert.ok(said.includes(part), `${lang}: ${part} is not in ${said}`);
    assert.doesNotMatch(said, /participants|…|“”|«\s*»/);
  }
});

test('a need begins with the writer’s country; taken out, it is asked for again, without a role', async () => {
  const page = await senegal.open('/en/need/new');
  assert.match(page.body, /<legend>Countries <small>\(needed\)<\/small>/);
  assert.match(page.body, /name="countries\.0" value="SN" checked/);
  const sent = await senegal.press(page, '/need/new', { 'title.en': 'Wells', do: 'save' });
  const without = await senegal.press(await senegal.open(`${sent.address.split('?')[0]}/edit`), '/edit', {
    'countries.0': 'BR',
    do: 'release',
  });
  assert.match(boxes(without), /Countries: The record does not name your country \(SN\): add it\. /);
});

test('who takes part is marked as needed, and nothing is filled in: the role is the writer’s to say', async () => {
  const { body } = await senegal.open('/en/activity/new');
  assert.match(body, /<legend>Who takes part <small>\(needed\)<\/small>/);
  assert.doesNotMatch(body, /value="Senegal"/);
});

test('an observation names others: neither is the own country filled in, nor is it needed', async () => {
  const { body } = await senegal.open('/en/need/new?as=observer');
  assert.match(body, /<legend>Countries<\/legend>/);
  assert.doesNotMatch(body, /value="SN" checked/);
});

test('refused from the record’s page, a release names the rule at its field and leads to the form', async () => {
  const page = await senegal.open('/en/activity/new');
  const draft = await senegal.press(page, '/activity/new', { 'title.en': 'Dry wells', do: 'save' });
  const refused = await senegal.press(draft, '/release');
  assert.equal(refused.status, 400);
  assert.match(refused.body, /<h1>Release: .*Dry wells/);
  assert.doesNotMatch(refused.body, /could not be understood/);
  assert.match(boxes(refused), /Who takes part: The record does not name your country/);
  const form = /<a class=btn href="([^"]+\/edit\?post=focal-sn)">Edit<\/a>/.exec(refused.body)?.[1] ?? '';
  assert.match(refused.body, new RegExp(`href="${form.replace('?', '\\?')}#participants"`));
  assert.match((await senegal.open(form)).body, /id="participants"/);
});

test('what could not be released is not submitted either; it stays the institution’s draft', async () => {
  const page = await clerk.open('/en/activity/new');
  const back = await clerk.press(page, '/activity/new', { 'title.en': 'Deep wells', do: 'submit' });
  assert.equal(back.status, 400);
  assert.match(boxes(back), /It was saved as a draft[\s\S]*Who takes part: The record does not name/);
});

test('a draft is a “brouillon” in French, not a project', async () => {
  const { body } = await senegal.open('/fr/need/new');
  assert.match(body, />Enregistrer le brouillon<\/button>/);
});
