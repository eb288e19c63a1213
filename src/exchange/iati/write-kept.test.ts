import assert from 'node:assert/strict';
import { test } from 'node:test';
import { iatiOf, node } from '../../../tests/fixtures/iati-files.ts';
import { schemaErrors } from '../../../tests/fixtures/iati-schemas.ts';
import { english, smallHouse, written } from '../../../tests/fixtures/small-house.ts';
import { fileOf, takeIn } from '../../../tests/fixtures/taking-in.ts';
import type { House } from '../../operations/house.ts';
import type { NewEntry } from '../../operations/ports.ts';

const source = `<iati-activity xml:lang="fr" default-currency="XOF" hierarchy="2" x:more="1">
  <!-- said by hand -->
  <iati-identifier>ML-1</iati-identifier>
  <reporting-org ref="ML-GOV" type="10"><narrative>Mali</narrative></reporting-org>
  <title><narrative>Puits</narrative></title>
  <description type="1"><narrative>Des puits</narrative></description>
  <participating-org role="1" ref="ML-GOV" crs-channel-code="11000"><narrative>Mali</narrative></participating-org>
  <activity-status code="2"/>
  <activity-date type="1" iso-date="2018-01-01"/><activity-date type="2" iso-date="2019-02-01"/>
  <contact-info><email>puits@example.org</email></contact-info>
  <recipient-country code="ML" percentage="60"/><recipient-country code="NE" percentage="40"/>
  <sector vocabulary="1" code="14030" percentage="100"/><sector vocabulary="99" code="w"><narrative>Eau</narrative></sector>
  <policy-marker code="1" significance="2"/>
  <result type="1"><title><narrative>Puits creusés</narrative></title><indicator measure="1"><title><narrative>n</narrative></title></indicator></result>
  <x:own><x:inside a="&lt;"/></x:own>
</iati-activity>`;
const file = `<iati-activities version="2.02" xmlns:x="urn:x" generated-datetime="2020-01-01T00:00:00Z">${source}</iati-activities>`;

async function taken(): Promise<{ readonly house: House; readonly id: string }> {
  const house = await smallHouse();
  const [verdict] = await takeIn(house, fileOf('a.xml', file));
  return { house, id: verdict?.recordId ?? '' };
}

async function saying(values: Readonly<Record<string, unknown>>): Promise<string> {
  const { house, id } = await taken();
  const now = (await house.log.latest([id])).get(id);
  await house.log.append([written(id, { ...now?.values, ...values }, { number: 2 })]);
  const changed = await iatiOf(house);
  assert.deepEqual(schemaErrors('activities', changed) ?? [], []);
  return changed;
}

test('what nobody has changed goes back as it came, with the declarations of its root', async () => {
  const { house } = await taken();
  const out = await iatiOf(house);
  assert.ok(out.includes(source.replace('x:more="1"', 'x:more="1" xmlns:x="urn:x"')));
});

test('contacts are cut out for those who may not see them, and nothing else', async () => {
  const { house } = await taken();
  const out = await iatiOf(house, 'activity', 'everybody');
  const [contacts = ''] = /<contact-info>.*<\/contact-info>/.exec(source) ?? [];
  const rest = source.replace(contacts, '').replace('x:more="1"', 'x:more="1" xmlns:x="urn:x"');
  assert.ok(out.includes(rest));
  assert.doesNotMatch(out, /puits@example/);
});

test('a new title replaces the title alone', async () => {
  const out = await saying({ title: english('Wells') });
  assert.match(out, /<title><narrative xml:lang="en">Wells<\/narrative><\/title>/);
  for (const kept of [
    'hierarchy="2"',
    'crs-channel-code="11000"',
    '<policy-marker code="1" significance="2"/>',
    'Puits creusés',
    '<x:own><x:inside a="&lt;"/></x:own>',
    '<recipient-country code="ML" percentage="60"/>',
    '<activity-date type="1" iso-date="2018-01-01"/>',
    'version="2.03"',
  ])
    assert.ok(out.includes(kept), kept);
});

test('new terms of a loan replace the terms alone: flags, state and channel stay', async () => {
  const flags = '<other-flags code="1" significance="1"/>';
  const rest =
    '<loan-status year="2014" currency="GBP" value-date="2013-05-24"/><channel-code>21039</channel-code>';
  const terms = (rate: string) => `<loan-terms rate-1="${rate}"><repayment-type code="9"/></loan-terms>`;
  const lent = `<crs-add>${flags}${terms('4')}${rest}</crs-add>`;
  const house = await smallHouse();
  const given = file.replace('<x:own>', `${lent}<x:own>`);
  const [verdict] = await takeIn(house, fileOf('a.xml', given));
  assert.ok(verdict?.findings.some(({ code, path }) => code === 'unknownCode' && path === 'loan'));
  const id = verdict?.recordId ?? '';
  const now = (await house.log.latest([id])).get(id);
  assert.deepEqual(now?.values['loan'], { rate: 4 });
  assert.ok((await iatiOf(house)).includes(lent));
  await house.log.append([written(id, { ...now?.values, loan: { rate: 3, plan: 'annual' } }, { number: 2 })]);
  const out = await iatiOf(house);
  assert.deepEqual(schemaErrors('activities', out) ?? [], []);
  const anew = '<loan-terms rate-1="3"><repayment-plan code="1"/></loan-terms>';
  assert.ok(out.includes(`<crs-add>${flags}${anew}${rest}</crs-add>`), out);
});

test('a changed start leaves the planned one', async () => {
  const out = await saying({ dates: { start: '2019-05-01' } });
  assert.match(
    out,
    /<activity-date type="1" iso-date="2018-01-01"\/><activity-date type="2" iso-date="2019-05-01"\/>/,
  );
});

test('a further sector leaves those of other vocabularies, and shares sum to 100 again', async () => {
  const out = await saying({ sectors: ['14030', '14031'] });
  assert.match(out, /<sector [^>]*code="14030"[^>]*percentage="50"/);
  assert.match(out, /<sector [^>]*code="14031"[^>]*percentage="50"/);
  assert.match(out, /<sector vocabulary="99" code="w"><narrative>Eau<\/narrative><\/sector>/);
});

test('a field that was emptied takes its elements along', async () => {
  const { house, id } = await taken();
  const now = (await house.log.latest([id])).get(id);
  const { objective: _, participants, ...values } = now?.values ?? {};
  const left = Array.isArray(participants) ? participants.filter(({ country }) => country !== 'NE') : [];
  await house.log.append([written(id, { ...values, participants: left }, { number: 2 })]);
  const out = await iatiOf(house);
  assert.doesNotMatch(out, /code="NE"/);
  assert.match(out, /<recipient-country code="ML"\/>/);
});

test('what another source had said before is written as well', async () => {
  const house = await smallHouse();
  const [verdict] = await takeIn(house, fileOf('a.xml', file.replace(/<sector.*\/sector>/, '')));
  const id = verdict?.recordId ?? '';
  const now = (await house.log.latest([id])).get(id);
  await house.log.append([written(id, { ...now?.values, sectors: ['11110'] }, { number: 2 })]);
  await takeIn(
    house,
    fileOf('b.xml', file.replace(/<sector.*\/sector>/, '').replace('Des puits', 'Deux puits')),
  );
  const out = await iatiOf(house);
  assert.match(out, /<sector vocabulary="1" code="11110"\/>/);
  assert.match(out, /Deux puits/);
});

test('a country’s word does not carry what a third party said beside it, unless it made that its own', async () => {
  const { house, id } = await taken();
  const now = (await house.log.latest([id])).get(id);
  assert.ok(now !== undefined);
  const base = { recordId: id, register: 'activity', post: 'focal-ml', at: '2024-05-06T07:08:09.000Z' };
  const adopted: NewEntry = {
    kind: 'event',
    event: { ...base, type: 'adopted', revision: 1, country: 'ML', asked: [] },
  };
  await house.log.append([adopted]);
  const whose = { ref: 'ML-GOV', type: '10', name: english('Mali'), secondary: false };
  assert.match(
    await iatiOf(house, 'activity', 'everybody', { reporter: async () => whose }),
    /Puits creusés/,
  );
  const origin = { door: 'form', standing: 'party', country: 'ML' } as const;
  await house.log.append([
    { kind: 'revision', revision: { ...now, ...base, number: 2, origin }, keys: [] },
    { kind: 'event', event: { ...base, type: 'released', revision: 2, country: 'ML', asked: [] } },
  ]);
  const own = await iatiOf(house, 'activity', 'everybody', { reporter: async () => whose });
  assert.doesNotMatch(own, /Puits creusés|policy-marker/);
  assert.match(own, /<narrative xml:lang="fr">Puits<\/narrative>/);
});

test('a country’s word is reported by its own side, whoever reported it first', async () => {
  const { house, id } = await taken();
  const base = { recordId: id, register: 'activity', post: 'focal-ml', at: '2024-05-06T07:08:09.000Z' };
  await house.log.append([
    { kind: 'event', event: { ...base, type: 'adopted', revision: 1, country: 'ML', asked: [] } },
  ]);
  const side = { ...node, ref: 'ML', secondary: false };
  const out = await iatiOf(house, 'activity', 'everybody', { reporter: async () => side });
  assert.match(
    out,
    /<reporting-org ref="ML" type="90"><narrative xml:lang="en">Node<\/narrative><\/reporting-org>/,
  );
  assert.match(out, /Puits creusés/);
});

test('parts in another order than the standard’s are brought into it', async () => {
  const house = await smallHouse();
  const swapped = file.replace(/(<title>.*<\/title>)\s*(<description.*<\/description>)/, '$2$1');
  await takeIn(house, fileOf('a.xml', swapped));
  const out = await iatiOf(house);
  assert.ok(out.indexOf('<title>') < out.indexOf('<description'));
  assert.deepEqual(schemaErrors('activities', out) ?? [], []);
});
