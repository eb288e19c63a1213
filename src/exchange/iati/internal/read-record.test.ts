import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getRegister } from '../../../registers/all-registers.ts';
import type { Incoming } from '../../incoming.ts';
import { defaultLimits } from '../../limits.ts';
import { readIati } from '../read-iati.ts';

const head = '<iati-identifier>XM-1</iati-identifier><title><narrative>Seeds</narrative></title>';

/** One activity in English with these elements, with dollars as its currency. */
async function one(inside: string): Promise<Incoming> {
  const activity = `<iati-activity xml:lang="en" default-currency="USD">${head}${inside}</iati-activity>`;
  const bytes = Buffer.from(`<iati-activities version="2.03">${activity}</iati-activities>`);
  const file = {
    name: 'f.xml',
    size: bytes.length,
    bytes: async function* () {
      yield bytes;
    },
  };
  for await (const item of readIati(file, defaultLimits)) {
    assert.ok(!('unreadable' in item));
    checkAgainstRegister(item);
    return item;
  }
  throw new assert.AssertionError({ message: 'no activity' });
}

/** Whatever a reader lets through has the shape that the register's fields ask for. */
function checkAgainstRegister({ values }: Incoming): void {
  for (const [name, value] of Object.entries(values)) {
    const field = getRegister('activity').fields[name];
    assert.ok(field !== undefined, name);
    const result = field.schema.safeParse(value);
    assert.ok(result.success, `${name}: ${JSON.stringify(value)} ${result.error?.message ?? ''}`);
  }
}

const codesOf = (item: Incoming) =>
  item.findings.map(({ severity, code, path }) => `${severity} ${code} ${path}`);
const paramsOf = (item: Incoming) => item.findings.map(({ params }) => params);

test('the actual dates count before the planned ones', async () => {
  const date = (type: number, day: string) => `<activity-date type="${type}" iso-date="${day}"/>`;
  const all = date(1, '2020-01-01') + date(2, '2020-02-01') + date(3, '2021-01-01') + date(4, '2021-02-01');
  assert.deepEqual((await one(all)).values['dates'], { start: '2020-02-01', end: '2021-02-01' });
  const planned = date(1, '2020-01-01') + date(3, '2021-01-01');
  assert.deepEqual((await one(planned)).values['dates'], { start: '2020-01-01', end: '2021-01-01' });
});

test('a date with a time zone is cut to its day, a bad one says what would be right', async () => {
  const cut = await one(
    '<activity-date type="2" iso-date="2025-03-01Z"/><activity-date type="4" iso-date="2025-04-01+14:00"/>',
  );
  assert.deepEqual(cut.values['dates'], { start: '2025-03-01', end: '2025-04-01' });
  assert.deepEqual(codesOf(cut), ['note dateReadAs dates', 'note dateReadAs dates']);
  const bad = await one(
    '<activity-date type="2" iso-date="01/03/2025"/><activity-date type="2" iso-date="2025-02-30"/>',
  );
  assert.equal(bad.values['dates'], undefined);
  assert.deepEqual(codesOf(bad), ['error badDate dates', 'error badDate dates']);
  assert.deepEqual(bad.findings[0]?.params, { got: '01/03/2025', right: '2025-03-31' });
  assert.equal(bad.findings[0]?.place, 'activity-date/@iso-date:1');
});

test('recipient countries come from the activity and from its transactions', async () => {
  const item = await one(
    '<recipient-country code="sn"/><transaction><recipient-country code="ML"/></transaction><transaction><recipient-country code="SN"/></transaction>',
  );
  assert.deepEqual(item.values['participants'], [
    { country: 'SN', role: 'recipient' },
    { country: 'ML', role: 'recipient' },
  ]);
});

test('a country that is none is left out with what would be right, shares over 100 are warned of', async () => {
  const item = await one(
    '<recipient-country code="UK" percentage="60"/><recipient-country code="ML" percentage="60"/>',
  );
  assert.deepEqual(item.values['participants'], [{ country: 'ML', role: 'recipient' }]);
  assert.deepEqual(codesOf(item), ['error unknownCountry participants', 'warning percentOver participants']);
  assert.deepEqual(paramsOf(item), [
    { got: 'UK', list: 'ISO 3166-1', right: 'GB' },
    { got: 120, limit: 100 },
  ]);
});

test('regions are a note, never countries', async () => {
  const item = await one(
    '<recipient-region code="298"/><recipient-region vocabulary="99" code="Z"><narrative>Sahel</narrative></recipient-region>',
  );
  assert.deepEqual(item.values['recipientsNote'], {
    original: 'und',
    texts: { und: 'Africa, regional; Sahel' },
  });
  assert.equal(item.values['participants'], undefined);
});

test('organisations take part in their role, once, by name or else identifier', async () => {
  const org = (attributes: string, name = '') =>
    `<participating-org ${attributes}>${name && `<narrative>${name}</narrative>`}</participating-org>`;
  const item = await one(
    org('role="4" ref="XM-1"', 'Agency') +
      org('role="4" ref="XM-1"', 'AGENCY') +
      org('role="2" ref="XM-1"') +
      org('role="9"', 'Other') +
      org('role="1"'),
  );
  assert.deepEqual(item.values['participants'], [
    { organisation: { original: 'en', texts: { en: 'Agency' } }, identifier: 'XM-1', role: 'implementing' },
    { organisation: { original: 'und', texts: { und: 'XM-1' } }, identifier: 'XM-1', role: 'accountable' },
    { organisation: { original: 'en', texts: { en: 'Other' } } },
  ]);
  assert.deepEqual(codesOf(item), ['error unknownCode participants', 'warning missing participants']);
});

test('the provider is concluded from the identifier of a public body only', async () => {
  const country = async (inside: string) => {
    const list = (await one(inside)).values['participants'];
    return Array.isArray(list)
      ? list.filter(({ role }) => role === 'provider').map((who) => who.country)
      : [];
  };
  const org = (ref: string, type: string, role = '1') =>
    `<participating-org role="${role}" ref="${ref}" type="${type}"/>`;
  assert.deepEqual(await country(org('BR-CNPJ-00', '10')), ['BR']);
  assert.deepEqual(await country(org('GB-GOV-1', '')), ['GB']);
  assert.deepEqual(await country(org('GB-CHC-1', '21')), [], 'a charity is not its country');
  assert.deepEqual(await country(org('XM-DAC-1', '10')), [], 'no country is called XM');
  assert.deepEqual(await country(org('BR-CNPJ-00', '10', '4')), [], 'who implements does not provide');
  assert.deepEqual(await country('<reporting-org ref="CN-GOV-1" type="10"/>'), ['CN']);
  assert.deepEqual(await country(`<reporting-org ref="CN-GOV-1" type="10"/>${org('BR-1', '10')}`), ['BR']);
  assert.deepEqual(
    await country(`<recipient-country code="BR"/>${org('BR-1', '10')}`),
    [],
    'a recipient pays its own share',
  );
  assert.deepEqual(codesOf(await one(org('BR-1', '10'))), ['note countryConcluded participants']);
});

test('a collaboration code is triangular when it says so, bilateral only between countries of the South', async () => {
  const modality = async (inside: string) => (await one(inside)).values['modality'];
  const brazil = '<participating-org role="1" ref="BR-GOV-1"/>';
  assert.equal(await modality('<collaboration-type code="8"/>'), 'triangular');
  assert.equal(
    await modality(`<collaboration-type code="1"/>${brazil}<recipient-country code="MZ"/>`),
    'bilateral',
  );
  assert.equal(
    await modality(
      '<collaboration-type code="1"/><participating-org role="1" ref="GB-GOV-1"/><recipient-country code="MZ"/>',
    ),
    undefined,
  );
  assert.equal(await modality(`<collaboration-type code="1"/>${brazil}`), undefined);
  assert.deepEqual(codesOf(await one('<collaboration-type code="99"/>')), ['warning unknownCode modality']);
});

test('sectors of the two DAC vocabularies count, others are not ours', async () => {
  const item = await one(
    '<sector code="31120"/><sector vocabulary="2" code="151"/><sector vocabulary="99" code="A1"/><sector vocabulary="1" code="99999"/><transaction><sector code="74020"/></transaction>',
  );
  assert.deepEqual(item.values['sectors'], ['31120', '151', '74020']);
  assert.deepEqual(paramsOf(item), [{ got: '99999', list: 'sector' }]);
});

test('goals and targets come from tags and from the older sector vocabularies', async () => {
  const item = await one(
    '<tag vocabulary="2" code="04"/><tag vocabulary="3" code="17.6"/><tag vocabulary="99" code="x"/><tag vocabulary="2" code="18"/><sector vocabulary="7" code="2"/><sector vocabulary="8" code="4.B"/>',
  );
  assert.deepEqual(item.values['sdgs'], ['4', '17.6', '2', '4.b']);
  assert.deepEqual(codesOf(item), ['error unknownCode sdgs']);
});

test('money is added up by what it is and by currency, at its latest date', async () => {
  const paid = (type: number, value: string, currency = '') =>
    `<transaction><transaction-type code="${type}"/><transaction-date iso-date="2023-05-05"/><value${currency}>${value}</value></transaction>`;
  const budget = (type: number, value: string) =>
    `<budget type="${type}"><period-start iso-date="2024-01-01"/><period-end iso-date="2024-12-31"/><value value-date="2024-01-01">${value}</value></budget>`;
  const item = await one(
    budget(1, '100') +
      budget(2, '80') +
      paid(3, '0.1') +
      paid(3, '0.2') +
      paid(3, '5', ' currency="EUR" value-date="2024-01-01"') +
      paid(1, '999') +
      paid(4, '1,000.50'),
  );
  assert.deepEqual(item.values['money'], [
    { amount: 80, currency: 'USD', valueDate: '2024-01-01', basis: 'budget' },
    { amount: 0.3, currency: 'USD', valueDate: '2023-05-05', basis: 'disbursement' },
    { amount: 5, currency: 'EUR', valueDate: '2024-01-01', basis: 'disbursement' },
    { amount: 1000.5, currency: 'USD', valueDate: '2023-05-05', basis: 'expenditure' },
  ]);
  assert.deepEqual(codesOf(await one(paid(3, 'ten') + paid(3, '1', ' currency="XQQ"'))), [
    'error badNumber money',
    'error unknownCode money',
  ]);
});

test('places, documents, pages, contacts and related activities are kept; what leads nowhere is said', async () => {
  const item = await one(
    `<location><name><narrative>Bamako</narrative></name><point><pos>12.65 -8.00</pos></point></location><location><point><pos>95 0</pos></point></location><location ref="x"/>
    <document-link url="https://example.org/a.pdf" format="application/pdf"><title><narrative>A</narrative></title><language code="FR"/></document-link><document-link url="http:www.example.org"/>
    <activity-website>https://example.org/p</activity-website><related-activity ref="XM-2" type="1"/><related-activity ref="XM-2" type="3"/>
    <contact-info><person-name><narrative/></person-name><email>a@example.org</email></contact-info><contact-info/>`,
  );
  const { values } = item;
  assert.deepEqual(values['places'], [
    { name: { original: 'en', texts: { en: 'Bamako' } }, latitude: 12.65, longitude: -8 },
  ]);
  assert.deepEqual(values['files'], [
    { url: 'https://example.org/a.pdf', title: 'A', mediaType: 'application/pdf', language: 'fr' },
  ]);
  assert.deepEqual(values['links'], [{ url: 'https://example.org/p' }]);
  assert.deepEqual(values['related'], [{ id: 'XM-2' }]);
  assert.deepEqual(values['contacts'], [{ email: 'a@example.org' }]);
  assert.deepEqual(codesOf(item), ['error badNumber places', 'error badAddress files']);
});

test('of very many documents the first fifty are kept', async () => {
  const item = await one('<document-link url="https://example.org/a"/>'.repeat(60));
  assert.equal((item.values['files'] as unknown[]).length, 50);
  assert.deepEqual(codesOf(item), ['note limitReached files']);
});

test('the status is that of the standard, an unknown one is left out', async () => {
  assert.equal((await one('<activity-status code="2"/>')).values['status'], 'ongoing');
  assert.deepEqual(codesOf(await one('<activity-status code="7"/>')), ['error unknownCode status']);
});

test('elements of other namespaces and unknown ones are passed over', async () => {
  const item = await one(
    '<ssc:roles xmlns:ssc="https://example.org/ssc">pivotal<title>no</title></ssc:roles><new-element/>',
  );
  assert.deepEqual(Object.keys(item.values), ['identifier', 'title']);
  assert.deepEqual(item.findings, []);
});
