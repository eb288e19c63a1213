import assert from 'node:assert/strict';
import { test } from 'node:test';
import { iatiOf } from '../../../tests/fixtures/iati-files.ts';
import { schemaErrors } from '../../../tests/fixtures/iati-schemas.ts';
import { english, smallHouse, written } from '../../../tests/fixtures/small-house.ts';
import { fileOf, takeIn } from '../../../tests/fixtures/taking-in.ts';
import { langText } from '../../kernel/lang-text.ts';
import type { House } from '../../operations/house.ts';
import { show } from '../../operations/show.ts';

const dated = { dates: { start: '2019' } };

async function houseWith(values: Readonly<Record<string, unknown>>): Promise<House> {
  const house = await smallHouse();
  await house.log.append([written('wells', { ...dated, ...values })]);
  return house;
}

async function fileWith(values: Readonly<Record<string, unknown>>): Promise<string> {
  const file = await iatiOf(await houseWith(values));
  assert.deepEqual(schemaErrors('activities', file) ?? [], []);
  return file;
}

test('triangular cooperation is collaboration type 8, and South-South is said in a tag of our vocabulary', async () => {
  const file = await fileWith({
    modality: 'triangular',
    participants: [
      { country: 'BR', role: 'provider' },
      { country: 'DE', role: 'secondProvider' },
      { country: 'MZ', role: 'recipient' },
    ],
  });
  assert.match(file, /<collaboration-type code="8"\/>/);
  const tags = [...file.matchAll(/<tag vocabulary="99" vocabulary-uri="([^"]*)" code="([^"]*)"/g)];
  assert.deepEqual(
    tags.map(([, , code]) => code),
    ['south-south', 'triangular', 'provider-BR', 'second-provider-DE', 'recipient-MZ'],
  );
  assert.equal(tags[0]?.[1], 'https://node.example.org/en/vocabulary/cooperation');
});

test('help of a developed country alone is not called South-South', async () => {
  const participants = [
    { country: 'DE', role: 'provider' },
    { country: 'MZ', role: 'recipient' },
  ];
  assert.doesNotMatch(await fileWith({ modality: 'bilateral', participants }), /south-south/);
});

test('goals are tags of vocabulary 2, targets of vocabulary 3', async () => {
  const file = await fileWith({ sdgs: ['4', '4.b'] });
  assert.match(file, /<tag vocabulary="2" code="4"\/><tag vocabulary="3" code="4.b"\/>/);
});

test('a text stands in narratives with their languages, the original first', async () => {
  const summary = { original: 'fr', texts: { en: 'Wells <& more>', fr: 'Puits' } };
  const file = await fileWith({ summary });
  const narratives =
    '<narrative xml:lang="fr">Puits</narrative><narrative xml:lang="en">Wells &lt;&amp; more&gt;</narrative>';
  assert.ok(file.includes(`<description type="1">${narratives}</description>`));
});

test('shares of several countries and sectors sum to 100 and are marked as made', async () => {
  const participants = ['SN', 'ML', 'NE'].map((country) => ({ country, role: 'recipient' }));
  const file = await fileWith({ participants, sectors: ['11110', '11120'] });
  const shares = [
    ...file.matchAll(/<recipient-country [^>]*percentage="([\d.]+)" southbridge:made="percentage"/g),
  ];
  assert.deepEqual(
    shares.map(([, share]) => share),
    ['33.34', '33.33', '33.33'],
  );
  assert.equal(file.match(/<sector [^>]*percentage="50"/g)?.length, 2);
});

test('what the standard demands and the record does not say is marked, and not taken for a statement', async () => {
  const house = await houseWith({});
  const file = await iatiOf(house);
  assert.deepEqual(schemaErrors('activities', file) ?? [], []);
  for (const name of ['description', 'participating-org', 'activity-status', 'sector', 'recipient-region'])
    assert.match(file, new RegExp(`<${name} [^>]*southbridge:made="element"`), name);
  const other = await smallHouse();
  const [verdict] = await takeIn(other, fileOf('a.xml', file));
  const { record } = await show(other, 'activity', verdict?.recordId ?? '');
  assert.deepEqual(record.values, { title: english('wells'), dates: { start: '2019' } });
});

test('a record without a start is left out, and the file says so', async () => {
  const house = await smallHouse();
  await house.log.append([written('wells', { dates: { end: '2019' } }), written('salt', dated)]);
  const left: string[] = [];
  const file = await iatiOf(house, 'activity', 'everybody', { onLeftOut: ({ id }) => left.push(id) });
  assert.deepEqual(left, ['wells']);
  assert.match(file, /<!-- 1 left out: no start date -->/);
  assert.deepEqual(schemaErrors('activities', file) ?? [], []);
});

test('what lies ahead is planned, what has passed is actual', async () => {
  const file = await fileWith({ dates: { start: '2019-03', end: '2030' } });
  assert.match(file, /<activity-date type="2" iso-date="2019-03-01" southbridge:date="2019-03"\/>/);
  assert.match(file, /<activity-date type="3" iso-date="2030-12-31" southbridge:date="2030"\/>/);
});

test('money with a date becomes transactions; a sum over years is no budget', async () => {
  const money = [
    { amount: 1_500_000.5, currency: 'BRL', basis: 'disbursement', valueDate: '2020-05-01' },
    { amount: 10, currency: 'USD', basis: 'commitment' },
    { amount: 99, currency: 'USD', basis: 'budget', valueDate: '2019' },
  ];
  const long = await fileWith({ money, dates: { start: '2015', end: '2019' } });
  assert.match(long, /<value currency="BRL" value-date="2020-05-01">1500000.5<\/value>/);
  assert.equal(long.match(/<transaction>/g)?.length, 1);
  assert.doesNotMatch(long, /<budget/);
  const short = await fileWith({ money, dates: { start: '2019', end: '2019' } });
  assert.match(
    short,
    /<budget type="1"><period-start iso-date="2019-01-01"\/><period-end iso-date="2019-12-31"\/>/,
  );
});

test('people trained are an output with their number', async () => {
  const quantities = [
    {
      value: 180,
      unit: english('people'),
      label: langText('fr', 'Formés'),
      basis: 'counted',
      asOf: '2020-05',
    },
  ];
  const file = await fileWith({ quantities });
  assert.match(file, /<result type="1" [^>]*><title><narrative xml:lang="fr">Formés<\/narrative><\/title>/);
  assert.match(file, /<period-end iso-date="2020-05-31"\/><actual value="180"\/>/);
});

test('terms of a loan are said in crs-add, and read as they were said', async () => {
  const loan = {
    rate: 2.5,
    secondRate: 0.0000001,
    repayment: 'annuity',
    plan: 'monthly',
    committedOn: '2019-05',
    firstPaymentOn: '2020-01-01',
    lastPaymentOn: '2039',
  };
  const file = await fileWith({ loan });
  assert.match(file, /<crs-add><loan-terms rate-1="2.5" rate-2="0.0000001"><repayment-type code="2"\/>/);
  assert.match(file, /<repayment-plan code="12"\/><commitment-date iso-date="2019-05-01" [^>]*"2019-05"\/>/);
  const fresh = await smallHouse();
  const [verdict] = await takeIn(fresh, fileOf('a.xml', file));
  assert.deepEqual(
    (await fresh.log.latest([verdict?.recordId ?? ''])).values().next().value?.values['loan'],
    loan,
  );
});

test('contacts are written only for those who may see them', async () => {
  const house = await houseWith({ contacts: [{ email: 'office@example.org' }] });
  assert.doesNotMatch(await iatiOf(house, 'activity', 'everybody'), /office@example/);
  const whole = await iatiOf(house, 'activity', 'focalPoint');
  assert.match(whole, /<contact-info><email>office@example.org<\/email><\/contact-info>/);
});

test('what is observed names who tells of it as a secondary reporter', async () => {
  assert.match(await fileWith({}), /<reporting-org ref="XX-NODE" type="90" secondary-reporter="1">/);
});

test('a file of ours that comes back unaltered changes nothing, an altered one what was altered', async () => {
  const sources = [{ title: 'Report', url: 'https://example.org/a' }];
  const participants = [{ country: 'BR', role: 'provider', note: english('since the start'), source: 0 }];
  const house = await houseWith({ participants, sources });
  const file = await iatiOf(house);
  const [same] = await takeIn(house, fileOf('a.xml', file));
  assert.equal(same?.outcome, 'unchanged');
  const altered = file.replace('>wells</narrative></title>', '>deep wells</narrative></title>');
  const [other] = await takeIn(house, fileOf('b.xml', altered));
  assert.deepEqual([other?.outcome, other?.recordId], ['updated', 'wells']);
});

test('characters that XML cannot hold do not break the file', async () => {
  const file = await fileWith({ summary: english('a\u0000b\u001fc\ud800d ]]> e') });
  assert.match(file, /a\ufffdb\ufffdc\ufffdd \]\]&gt; e/);
});
