import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type SmallOffice, smallOffice } from '../../../tests/fixtures/small-office.ts';
import { takeIn } from '../../../tests/fixtures/taking-in.ts';
import { edition, houseOfTwoSources, type SourceRow } from '../../../tests/fixtures/two-sources.ts';
import { actOn, stateOf } from '../../../tests/fixtures/wells.ts';
import { follow } from '../follow.ts';
import { adopt } from '../review/observation.ts';
import { reconfirm } from '../review/reconfirm.ts';
import { release } from '../review/release.ts';
import { revise } from '../revise.ts';
import { show } from '../show.ts';
import type { Verdict } from './verdict.ts';

const wells = { ref: '1', title: 'Wells', from: 'Senegal', to: 'Brazil', year: '2020' } as const;

interface Spoken {
  readonly office: SmallOffice;
  readonly id: string;
  takeIn(rows: readonly SourceRow[]): Promise<readonly Verdict[]>;
}

/** A source speaks of wells, and Senegal makes that its own word. */
async function spoken(): Promise<Spoken> {
  const office = { ...(await smallOffice()), mappings: (await houseOfTwoSources()).mappings };
  const [first] = await takeIn(office, edition('alpha', [wells]));
  const id = first?.recordId ?? '';
  const focal = office.actors['focal-sn'];
  await follow(office);
  office.clock.set('2024-05-20T08:00:00.000Z');
  await adopt(office, focal, { ...actOn(office, id), revision: 1 });
  return { office, id, takeIn: (rows) => takeIn(office, edition('alpha', rows)) };
}

const outcome = ([verdict]: readonly Verdict[]) => verdict?.outcome;

test('a row of a record for which a country speaks is set aside, with who speaks and since when', async () => {
  const { office, id, takeIn: take } = await spoken();
  const [verdict] = await take([{ ...wells, about: 'Deeper' }]);
  assert.equal(verdict?.outcome, 'setAside');
  assert.deepEqual(
    verdict?.findings.find(({ code }) => code === 'setAside'),
    { severity: 'note', path: '', code: 'setAside', params: { country: 'SN', since: '2024-05-20' } },
  );
  const { record, state } = await show(office, 'activity', id);
  assert.deepEqual([record.revision, state.aside], [1, undefined], 'everybody sees the country’s word');
});

test('it waits for the country’s focal point until that says that its own word stands', async () => {
  const { office, id, takeIn: take } = await spoken();
  await take([{ ...wells, about: 'Deeper' }]);
  const focal = office.actors['focal-sn'];
  const tasks = async () => {
    await follow(office);
    const query = { post: focal.post, kinds: ['observed'], dueBefore: '', offset: 0, limit: 9 } as const;
    return office.board.tasks(query).tasks.map(({ record }) => record.recordId);
  };
  assert.deepEqual(await tasks(), [id]);
  await reconfirm(office, focal, actOn(office, id));
  assert.deepEqual(await tasks(), []);
});

test('a source that says what it said before brings no news, whatever the country says meanwhile', async () => {
  const { takeIn: take } = await spoken();
  const deeper = { ...wells, about: 'Deeper' };
  assert.equal(outcome(await take([deeper])), 'setAside');
  assert.equal(outcome(await take([deeper, { ref: '9', title: 'Another' }])), 'unchanged');
  assert.equal(outcome(await take([{ ...deeper, about: 'Deeper still' }])), 'setAside');
});

test('the country takes up what was set aside, as it stands, and that becomes its word', async () => {
  const { office, id, takeIn: take } = await spoken();
  await take([{ ...wells, about: 'Deeper' }]);
  const focal = office.actors['focal-sn'];
  const values = (await office.log.latest([id])).get(id)?.values ?? {};
  const writer = { actor: focal, as: 'party', door: 'form' } as const;
  const { changed } = await revise(office, { register: 'activity', id, values, basedOn: 2, writer });
  assert.ok(changed);
  await release(office, focal, actOn(office, id));
  const { inForce, aside } = stateOf(office, id);
  assert.deepEqual([inForce, aside], [3, undefined]);
});
