import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { agreed, answered, asked, madeKnown } from '../../../tests/fixtures/asking.ts';
import { budget } from '../../../tests/fixtures/page-matrix.ts';
import { english } from '../../../tests/fixtures/small-house.ts';
import { type SmallOffice, smallOffice } from '../../../tests/fixtures/small-office.ts';
import { visiting } from '../../../tests/fixtures/visiting.ts';
import { langText } from '../../kernel/lang-text.ts';

const proposed = `Dois engenheiros por três meses, ${'com aparelhos de escuta e registadores de pressão, '.repeat(6)}fim`;

const offered = {
  title: english('Engineers against leaks'),
  countries: ['BR'],
  kinds: ['experts'],
  terms: english('Brazil pays fees'),
  conditions: english('The host pays for lodging'),
  onAgreement: english('Two from Recife'),
  contacts: [{ person: 'Ana Prado', email: 'ana@example.br' }],
};

let office: SmallOffice;

/** Brazil's answer with an offer, and Mozambique's of its own words. */
before(async () => {
  office = await smallOffice();
  await asked(office, 'pipes');
  await madeKnown(office, 'focal-br', 'offer', 'engineers', offered);
  await answered(office, 'focal-br', 'from-brazil', 'pipes', {
    summary: langText('pt', proposed),
    offer: { register: 'offer', id: 'engineers' },
    coverage: 'part',
  });
  await answered(office, 'focal-mz', 'from-mozambique', 'pipes', {
    answeredBy: ['MZ'],
    summary: english('A used pump'),
    contacts: [{ person: 'Rui Sitoe', telephone: '+258 1' }],
  });
});

/** The row of an answer on the page of the need, as text. */
const rowOf = (page: string, id: string): string =>
  page
    .split('<tr>')
    .find((one) => one.includes(`/match/${id}"`))
    ?.replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ') ?? '';

test('each answer says what is proposed and how much of the need it meets; another language is marked, a long text cut', async () => {
  const page = await visiting(office).read('focal-sn', '/en/need/pipes');
  assert.match(page, /<th scope=col>What is proposed<th scope=col>How much of the need it meets</);
  assert.match(
    page,
    /<span lang="pt" dir=ltr>Dois engenheiros por três meses, [^<]* …<\/span> <small>\(in Portuguese\)/,
  );
  const brazil = rowOf(page, 'from-brazil');
  assert.ok(brazil.length < 420, brazil);
  assert.match(brazil, /A part of it/i);
  assert.match(rowOf(page, 'from-mozambique'), /A used pump not said Accepted by one side/);
  assert.doesNotMatch(await visiting(office).read(undefined, '/pt/need/pipes'), /em português/);
});

test('the file carries terms and conditions of the offer; contacts and what is shared on agreement once it is agreed', async () => {
  const file = async () =>
    (await visiting(office).read('focal-sn', '/en/need/pipes/answers.csv')).replaceAll('\r\n', '\n');
  const before = await file();
  assert.match(before, /fim.*A part.*Engineers against leaks,Brazil pays fees,The host pays for lodging/);
  assert.match(before, /Rui Sitoe, \+258 1/, 'the answer names Senegal as its other side');
  assert.doesNotMatch(before, /Ana Prado|Recife/, 'the offer does not');
  await agreed(office, 'focal-sn', 'from-brazil');
  assert.match(await file(), /Two from Recife,"?Ana Prado, ana@example\.br/);
});

test('a need with many answers keeps its page small', async () => {
  for (let i = 0; i < 30; i += 1) {
    await madeKnown(office, 'focal-br', 'offer', `offer-${i}`, { ...offered, title: english(`Offer ${i}`) });
    await answered(office, 'focal-br', `answer-${i}`, 'pipes', {
      summary: langText('pt', `${i} ${proposed}`),
      offer: { register: 'offer', id: `offer-${i}` },
    });
  }
  const page = await visiting(office).read('focal-sn', '/ar/need/pipes');
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
  assert.ok(brotliCompressSync(page, { params }).byteLength <= budget);
  assert.match(rowOf(page, 'answer-29'), /29 Dois engenheiros/);
});
