import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english } from '../../tests/fixtures/small-house.ts';
import { type PersonId, type SmallOffice, smallOffice } from '../../tests/fixtures/small-office.ts';
import {
  actOn,
  drafted,
  observed,
  refuses,
  register,
  released,
  stateOf,
  submitted,
  wells,
  writtenBy,
} from '../../tests/fixtures/wells.ts';
import { find } from './find.ts';
import { Refused } from './refused.ts';
import { returnRecord } from './review/submit.ts';
import { revise } from './revise.ts';
import { show } from './show.ts';

const request = { words: '', lang: 'en', filters: {}, sort: 'newest', page: 1, pageSize: 50 } as const;
const contacts = [{ email: 'desk@example.org' }];

function write(
  office: SmallOffice,
  by: PersonId,
  as: 'party' | 'thirdParty',
  values: Readonly<Record<string, unknown>>,
  { id = 'a', basedOn = 0 } = {},
) {
  const writer = { actor: office.actors[by], as, door: 'form' } as const;
  return revise(office, { register, id, values, basedOn, writer });
}

test('what a party writes is a draft: it is neither found nor seen by others until it is released', async () => {
  const office = await smallOffice();
  const written = await writtenBy(office, () => write(office, 'clerk-sn', 'party', wells()));
  assert.deepEqual(written, [
    { kind: 'revision', recordId: 'a', number: 1, post: 'clerk-sn', standing: 'party' },
  ]);
  assert.equal((await find(office, request)).total, 0);
  await refuses(office, () => show(office, register, 'a'), 'notFound');
  const { phase, owner, author, organisation, inForce } = stateOf(office, 'a');
  assert.deepEqual(
    [phase, owner, author, organisation, inForce],
    ['draft', 'SN', 'clerk-sn', 'Institut des puits', undefined],
  );
});

test('the log says which office wrote, by which door, for whom, and who held it then', async () => {
  const office = await smallOffice();
  await write(office, 'clerk-sn', 'party', wells());
  const revision = (await office.log.latest(['a'])).get('a');
  const { account } = office.actors['clerk-sn'];
  assert.deepEqual([revision?.post, revision?.holder], ['clerk-sn', account]);
  assert.deepEqual(revision?.origin, {
    door: 'form',
    standing: 'party',
    country: 'SN',
    organisation: 'Institut des puits',
  });
});

test('an observation is in force at once, is nobody’s own word, and names where it was read', async () => {
  const office = await smallOffice();
  const head = await office.log.head();
  await assert.rejects(write(office, 'secretariat', 'thirdParty', wells()), (error) => {
    assert.ok(error instanceof Refused);
    assert.partialDeepStrictEqual(error.findings, [{ path: 'sources', code: 'missing' }]);
    return true;
  });
  assert.equal(await office.log.head(), head);
  await observed(office, 'a');
  const { record } = await show(office, register, 'a');
  assert.deepEqual(
    [record.standing, record.review.owner, record.review.confirmation],
    ['thirdParty', undefined, 'observed'],
  );
  assert.equal((await find(office, request)).total, 1);
});

test('of a sourced and an unsourced statement by a party both are taken: it speaks for itself', async () => {
  const office = await smallOffice();
  await write(office, 'focal-sn', 'party', wells());
  await write(office, 'focal-sn', 'party', wells({ sources: [{ title: 'Report' }] }), { basedOn: 1 });
  assert.equal(stateOf(office, 'a').number, 2);
});

test('who has no hand in a record does not write on it, whatever the values are', async () => {
  const office = await smallOffice();
  await write(office, 'clerk-sn', 'party', wells());
  for (const by of ['clerk-sn-other', 'clerk-br', 'focal-br', 'focal-mz', 'secretariat'] as const) {
    for (const values of [wells({ themes: ['x'] }), { title: 'not a text' }])
      await refuses(office, () => write(office, by, 'party', values, { basedOn: 1 }), 'notAllowed');
  }
  await refuses(office, () => write(office, 'clerk-sn', 'thirdParty', wells(), { basedOn: 1 }), 'notAllowed');
  const sourced = wells({ sources: [{ title: 'Report' }] });
  await refuses(
    office,
    () => write(office, 'secretariat', 'thirdParty', sourced, { basedOn: 1 }),
    'wrongStep',
  );
});

test('a country corrects what is said of it by a draft of its own, while the observation stays in force', async () => {
  const office = await smallOffice();
  await observed(office, 'a');
  await write(office, 'focal-br', 'party', wells({ title: english('Deep wells') }), { basedOn: 1 });
  const { owner, inForce, draft, standing } = stateOf(office, 'a');
  assert.deepEqual([owner, inForce, draft, standing], ['BR', 1, 2, 'thirdParty']);
  assert.deepEqual((await show(office, register, 'a')).record.values['title'], english('Wells'));
});

test('a field that the writer was not shown keeps its value; the side that sees it may take it away', async () => {
  const office = await smallOffice();
  const observation = wells({ contacts, sources: [{ title: 'Report' }] });
  const writer = { actor: office.actors['focal-mz'], as: 'thirdParty', door: 'form' } as const;
  await revise(office, { register, id: 'a', values: observation, basedOn: 0, writer });
  const valuesOf = async () => (await office.log.latest(['a'])).get('a')?.values;
  const { shown } = await write(office, 'focal-sn', 'party', wells(), { basedOn: 1 });
  assert.deepEqual((await valuesOf())?.['contacts'], contacts, 'no owner yet: hidden, hence kept');
  assert.deepEqual(
    shown.draft?.values['contacts'],
    contacts,
    'the draft makes Senegal the owner, who sees it',
  );
  await write(office, 'focal-sn', 'party', wells(), { basedOn: 2 });
  assert.equal((await valuesOf())?.['contacts'], undefined);
});

test('of two who write on one draft the second hears that it moved', async () => {
  const office = await smallOffice();
  await drafted(office, 'a');
  await write(office, 'focal-sn', 'party', wells({ themes: ['x'] }), { basedOn: 1 });
  await refuses(
    office,
    () => write(office, 'clerk-sn', 'party', wells({ themes: ['y'] }), { basedOn: 1 }),
    'revisionMoved',
    { right: 2 },
  );
});

test('writing on what was submitted or returned makes it a draft again; remarks stay until it is submitted', async () => {
  const office = await smallOffice();
  await submitted(office, 'a');
  const remarks = [{ field: 'title', text: 'Which?' }];
  await returnRecord(office, office.actors['focal-sn'], { ...actOn(office, 'a'), remarks });
  await drafted(office, 'a', { themes: ['water'] });
  assert.deepEqual([stateOf(office, 'a').phase, stateOf(office, 'a').remarks], ['draft', remarks]);
});

test('what is in force stays in force, with its answers, while the next draft goes its way', async () => {
  const office = await smallOffice();
  await released(office, 'a');
  await drafted(office, 'a', { title: english('Deep wells') });
  const { inForce, draft, answers } = stateOf(office, 'a');
  assert.deepEqual([inForce, draft, answers['BR']?.state], [1, 2, 'asked']);
  const seen = await show(office, register, 'a', office.actors['focal-br']);
  assert.deepEqual([seen.record.values['title'], seen.draft], [english('Wells'), undefined]);
});
