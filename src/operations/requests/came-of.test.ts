import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { agreed, answered, asked, drafted, madeKnown } from '../../../tests/fixtures/asking.ts';
import { english } from '../../../tests/fixtures/small-house.ts';
import { type PersonId, type SmallOffice, smallOffice } from '../../../tests/fixtures/small-office.ts';
import { visiting } from '../../../tests/fixtures/visiting.ts';
import { langText } from '../../kernel/lang-text.ts';
import { Refused } from '../refused.ts';
import { release } from '../review/release.ts';
import { withdraw } from '../review/withdraw.ts';
import { beginActivity } from './begin.ts';
import { needLines } from './need-line.ts';
import { needNumbers } from './need-numbers.ts';

let office: SmallOffice;
before(async () => {
  office = await smallOffice();
});
after(() => office.log.close());

const found = (code: string, path: string) => (error: unknown) =>
  error instanceof Refused && error.findings.some((one) => one.code === code && one.path === path);

/** Senegal and Brazil have agreed. */
async function matched(need: string, match: string, more: Readonly<Record<string, unknown>> = {}) {
  await asked(office, need);
  await answered(office, 'focal-br', match, need, more);
  await agreed(office, 'focal-sn', match, 'whole');
}

const activityOf = (match: string, countries: readonly [string, string] = ['BR', 'SN']) => ({
  title: english('Fewer leaks'),
  participants: countries.map((country, i) => ({ country, role: i === 0 ? 'provider' : 'recipient' })),
  match: { register: 'match', id: match },
});

test('what came of a match is written by its two sides alone and names both', async () => {
  await matched('n1', 'm1');
  const write = (who: PersonId, countries: readonly [string, string]) =>
    drafted(office, who, 'activity', 'a1', activityOf('m1', countries));
  await assert.rejects(write('focal-mz', ['MZ', 'SN']), found('matchOfOthers', 'match'));
  await assert.rejects(write('focal-br', ['BR', 'MZ']), found('matchSidesMissing', 'match'));
  await madeKnown(office, 'focal-br', 'activity', 'a1', activityOf('m1'));
  const page = visiting(office);
  assert.doesNotMatch(await page.read('focal-mz', '/en/match/m1'), /adoption\/new/);
  assert.match(await page.read('focal-sn', '/en/match/m1'), /adoption\/new/);
});

test('of a match for its two sides alone others hear the same as of one that is not there', async () => {
  await matched('n2', 'zqclosed', { visibility: 'parties' });
  const told = async (match: string) => {
    const said = await drafted(office, 'focal-mz', 'activity', 'a2', activityOf(match, ['MZ', 'SN'])).catch(
      (error) => error,
    );
    assert.ok(said instanceof Refused);
    return said.findings.map(({ code, path }) => [code, path]);
  };
  assert.deepEqual(await told('zqclosed'), [['matchUnknown', 'match']]);
  assert.deepEqual(await told('zqclosed'), await told('zqnobody'));
});

test('an activity that was taken back makes room for another, and is counted no longer', async () => {
  await matched('n3', 'm3');
  await madeKnown(office, 'focal-br', 'activity', 'a3', activityOf('m3'));
  const came = () => {
    const lines = needLines(office, '2024-05-06').filter(({ record }) => record.recordId === 'n3');
    return needNumbers(office, lines).all.activities;
  };
  assert.equal(came(), 1);
  const { seq: seen = 0 } = office.board.records(['a3']).get('a3') ?? {};
  const why = { register: 'activity', id: 'a3', seen, reason: 'Written twice' };
  await withdraw(office, office.actors['focal-br'], why);
  assert.equal(came(), 0);
  assert.match(await visiting(office).read('focal-br', '/en/match/m3'), /Make it an activity/);
  await madeKnown(office, 'focal-br', 'activity', 'a3b', activityOf('m3'));
  assert.equal(came(), 1);
});

test('of two activities that two sides release at once one comes of the match', async () => {
  for (let i = 0; i < 30; i += 1) {
    await matched(`n4-${i}`, `m4-${i}`);
    const [one, two] = [`a4-${i}`, `b4-${i}`];
    await drafted(office, 'focal-br', 'activity', one, activityOf(`m4-${i}`));
    await drafted(office, 'focal-sn', 'activity', two, activityOf(`m4-${i}`));
    const send = async (who: PersonId, id: string, turns: number) => {
      const { seq: seen = 0 } = office.board.records([id]).get(id) ?? {};
      for (let turn = 0; turn < turns; turn += 1) await null;
      return release(office, office.actors[who], { register: 'activity', id, seen });
    };
    const sent = await Promise.allSettled([send('focal-br', one, 0), send('focal-sn', two, i)]);
    assert.equal(sent.filter(({ status }) => status === 'fulfilled').length, 1);
    assert.equal(office.board.records([`m4-${i}`]).get(`m4-${i}`)?.state.led?.length, 1);
  }
});

test('a practice is taken up by another country than the one that it comes from', async () => {
  const milk = { title: english('Milk banks'), originCountries: ['BR'] };
  await madeKnown(office, 'focal-br', 'practice', 'milk', milk);
  const values = {
    title: english('A milk bank'),
    practice: { register: 'practice', id: 'milk' },
    sources: [{ title: 'Report', url: 'https://example.org/report' }],
  };
  await assert.rejects(
    madeKnown(office, 'focal-br', 'adoption', 'own', { ...values, countries: ['BR'] }),
    found('ownPractice', 'countries'),
  );
  await assert.rejects(
    drafted(office, 'focal-br', 'adoption', 'own2', {
      ...values,
      countries: ['BR'],
      originCountries: ['BR'],
    }),
    found('ownPractice', 'countries'),
  );
  await madeKnown(office, 'focal-sn', 'adoption', 'elsewhere', { ...values, countries: ['SN'] });
});

test('the title of an activity begins with the kind of help, what it is about, and who shares with whom', async () => {
  const offer = { title: english('Engineers'), countries: ['BR'], kinds: ['experts', 'equipment'] };
  await madeKnown(office, 'focal-br', 'offer', 'o6', offer);
  await matched('n6', 'm6', { offer: { register: 'offer', id: 'o6' } });
  const begin = (lang: string) =>
    beginActivity(office, office.actors['focal-br'], 'm6', lang, ({ help, subject, from, to }) =>
      [...help, subject, ...from, ...to].join(' | '),
    );
  assert.deepEqual(
    (await begin('en'))['title'],
    langText('en', 'Experts | Fewer losses in the pipes of small towns | Brazil | Senegal'),
    'what the offer gives of what is asked for',
  );
  assert.deepEqual(
    (await begin('fr'))['title'],
    langText('fr', 'Experts | Approvisionnement en eau potable – dispositifs de base | Brésil | Sénégal'),
    'in a language in which nobody wrote the subject its sector stands for it',
  );
});

test('an activity of three countries does not begin as one of two', async () => {
  await asked(office, 'n8', { countries: ['SN', 'MZ'] });
  await answered(office, 'focal-br', 'm8', 'n8', { askedBy: ['SN', 'MZ'] });
  const begin = (match: string) =>
    beginActivity(office, office.actors['focal-br'], match, 'en', ({ subject }) => subject);
  assert.equal((await begin('m8'))['modality'], undefined);
  assert.equal((await begin('m6'))['modality'], 'bilateral');
});

test('the form words the title in its language; Arabic points its arrow onward, a long subject is cut', async () => {
  const title = english('Losses of water in the pipes of small towns far from the capital '.repeat(8).trim());
  await asked(office, 'n7', { title });
  await answered(office, 'focal-br', 'm7', 'n7', { title });
  await agreed(office, 'focal-sn', 'm7', 'part');
  const titleIn = async (lang: string) => {
    const form = await visiting(office).read('focal-br', `/${lang}/activity/new?post=focal-br&match=m7`);
    return new RegExp(`name="title\\.${lang}"[^>]* value="([^"]*)"`).exec(form)?.[1] ?? '';
  };
  const en = await titleIn('en');
  assert.match(en, /^Experts and Training: Losses of water .*… \(Brazil → Senegal\)$/);
  assert.ok(en.length < 230, en);
  assert.match(await titleIn('ar'), /\(البرازيل ← السنغال\)$/);
});
