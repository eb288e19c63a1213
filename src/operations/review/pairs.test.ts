import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { english } from '../../../tests/fixtures/small-house.ts';
import { type PersonId, type SmallOffice, smallOffice } from '../../../tests/fixtures/small-office.ts';
import { linkedTo } from '../../lifecycle/state.ts';
import { find } from '../find.ts';
import { revise } from '../revise.ts';
import { show } from '../show.ts';
import { link, part } from './pair.ts';
import { pairScore } from './pair-score.ts';
import { release } from './release.ts';

const register = 'activity';
const participants = [
  { country: 'SN', role: 'provider' },
  { country: 'BR', role: 'recipient' },
];

async function reported(office: SmallOffice, id: string, by: PersonId, title: string, year = '2014') {
  const actor = office.actors[by];
  const writer = { actor, as: 'party', door: 'form' } as const;
  const values = { title: english(title), participants, dates: { start: year } };
  const { shown } = await revise(office, { register, id, values, basedOn: 0, writer });
  return release(office, actor, { register, id, seen: shown.seq });
}

const request = { words: '', lang: 'en', filters: {}, sort: 'newest', page: 1, pageSize: 50 } as const;
const found = async (office: SmallOffice) => (await find(office, request)).records.map(({ id }) => id).sort();
const pairsOf = (office: SmallOffice, id: string) => office.board.records([id]).get(id)?.state.pairs ?? [];
const seqOf = (office: SmallOffice, id: string) => office.board.records([id]).get(id)?.seq ?? 0;

test('what two countries report alike is proposed to both as one initiative, with reasons; what differs is not', async () => {
  const office = await smallOffice();
  await reported(office, 'a', 'focal-sn', 'Training of well diggers in the valley');
  await reported(office, 'other', 'focal-sn', 'Vaccine cold chains', '2020');
  await reported(office, 'b', 'focal-br', 'Training for well diggers of the valley');
  assert.deepEqual(
    pairsOf(office, 'b').map(({ other }) => other),
    ['a'],
  );
  const [pair] = pairsOf(office, 'a');
  assert.equal(pair?.other, 'b');
  assert.ok((pair?.score ?? 0) >= 0.6);
  assert.deepEqual([...(pair?.because ?? [])].sort(), ['country', 'title', 'year']);
});

test('linked by both sides they are found once, with both reports kept; parted again, both stand as before', async () => {
  const office = await smallOffice();
  await reported(office, 'a', 'focal-sn', 'Training of well diggers in the valley');
  await reported(office, 'b', 'focal-br', 'Training for well diggers of the valley');
  const before = [
    (await show(office, register, 'a')).record.values,
    (await show(office, register, 'b')).record.values,
  ];
  await link(office, office.actors['focal-sn'], { register, id: 'a', seen: seqOf(office, 'a'), other: 'b' });
  assert.deepEqual(await found(office), ['a', 'b'], 'one side alone decides nothing');
  await link(office, office.actors['focal-br'], { register, id: 'b', seen: seqOf(office, 'b'), other: 'a' });
  assert.deepEqual(await found(office), ['a']);
  const shown = await show(office, register, 'b');
  assert.deepEqual(shown.record.review.linked, ['a']);
  assert.deepEqual(linkedTo((await show(office, register, 'a')).state), ['b']);
  await part(office, office.actors['focal-br'], { register, id: 'b', seen: seqOf(office, 'b'), other: 'a' });
  assert.deepEqual(await found(office), ['a', 'b']);
  assert.deepEqual(
    [(await show(office, register, 'a')).record.values, (await show(office, register, 'b')).record.values],
    before,
  );
});

test('a third country links nothing that is not its own', async () => {
  const office = await smallOffice();
  await reported(office, 'a', 'focal-sn', 'Wells');
  await reported(office, 'b', 'focal-br', 'Wells');
  const act = { register, id: 'a', seen: seqOf(office, 'a'), other: 'b' };
  await assert.rejects(link(office, office.actors['focal-mz'], act), /notAllowed/);
  await assert.rejects(link(office, office.actors['focal-sn'], { ...act, other: 'a' }), /notFound/);
  await assert.rejects(link(office, office.actors['focal-sn'], { ...act, other: 'nobody' }), /notFound/);
});

test('likeness is the same both ways round, 1 for the same and never out of 0 to 1', () => {
  const words = fc.uniqueArray(fc.constantFrom('wells', 'milk', 'salt', 'training', 'valley'), {
    minLength: 1,
  });
  const traits = fc.record({
    titles: words.map((all) => new Map([['en', new Set(all)]])),
    organisations: words.map((all) => new Set(all)),
    facets: fc.record({ country: words, sector: words }),
    year: fc.integer({ min: 2000, max: 2010 }),
  });
  fc.assert(
    fc.property(traits, traits, (a, b) => {
      const score = pairScore(a, b);
      assert.deepEqual(score.score, pairScore(b, a).score);
      assert.ok(score.score >= 0 && score.score <= 1);
      assert.equal(pairScore(a, a).score, 1);
    }),
  );
});
