import assert from 'node:assert/strict';
import { test } from 'node:test';
import { written } from '../../../tests/fixtures/small-house.ts';
import { type SmallOffice, smallOffice } from '../../../tests/fixtures/small-office.ts';
import { visiting } from '../../../tests/fixtures/visiting.ts';
import { follow } from '../../operations/follow.ts';

/** Two observed records, of which the second may be the first. */
async function suspicion(): Promise<SmallOffice> {
  const office = await smallOffice();
  const at = office.clock.now().toISOString();
  const base = { register: 'activity', post: 'intake', at, because: ['title'] };
  await office.log.append([
    written('one', {}),
    written('two', {}),
    { kind: 'event', event: { ...base, type: 'duplicateProposed', recordId: 'two', other: 'one' } },
  ]);
  await follow(office);
  return office;
}

const pair = { register: 'activity', id: 'two', other: 'one' };
const stateOf = ({ board }: SmallOffice, id: string) => board.records([id]).get(id)?.state;

test('possible duplicates wait for the secretariat, with the way to decide', async () => {
  const office = await suspicion();
  const { read } = visiting(office);
  const page = await read('secretariat', '/en/desk');
  const [, address = ''] = page.match(/href="([^"]*\/desk\/duplicate[^"]*)"/) ?? [];
  const asked = await read('secretariat', address.replaceAll('&amp;', '&'));
  assert.match(asked, /alike in: Title/);
  assert.equal(asked.match(/type=radio/g)?.length, 3);
});

test('decided different: both stay, and nobody is asked again', async () => {
  const office = await suspicion();
  const { send, read } = visiting(office);
  const said = { post: 'secretariat', ...pair, said: 'different', reason: 'Two towns' };
  assert.equal((await send('secretariat', '/en/desk/duplicate', said)).status, 303);
  assert.deepEqual(stateOf(office, 'two')?.possibleDuplicates, []);
  assert.equal(stateOf(office, 'two')?.withdrawn, undefined);
  assert.match(await read('secretariat', '/en/desk'), /Nothing waits for you/);
});

test('decided the same: the one not kept is withdrawn, and the history names who decided', async () => {
  const office = await suspicion();
  const said = { post: 'secretariat', ...pair, said: 'keepFirst' };
  await visiting(office).send('secretariat', '/en/desk/duplicate', said);
  assert.equal(stateOf(office, 'one')?.withdrawn?.into, 'two');
  const events = (await office.log.history('one')).flatMap((entry) =>
    entry.kind === 'event' && entry.event.type === 'duplicateDecided' ? [entry.event.holder] : [],
  );
  assert.deepEqual(events, [office.actors.secretariat.account]);
});

test('a contributor decides nothing', async () => {
  const office = await suspicion();
  const said = { post: 'clerk-sn', ...pair, said: 'different' };
  assert.equal((await visiting(office).send('clerk-sn', '/en/desk/duplicate', said)).status, 403);
  assert.equal(stateOf(office, 'two')?.possibleDuplicates.length, 1);
});
