import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFault } from '../../../tests/fixtures/accounts.ts';
import { openSqliteTables } from '../../database/sqlite-tables.ts';
import { stoppedClock } from '../../kernel/clock.ts';
import { accountsPart } from '../store/migrations.ts';
import { storeOf } from '../store/store.ts';
import { admit, type Kind } from './slowing.ts';

function newHouse() {
  const clock = stoppedClock('2026-03-02T08:00:00.000Z');
  const house = {
    store: storeOf(openSqliteTables(':memory:', accountsPart)),
    clock,
    publicAddress: new URL('https://bridge.gov.example'),
  };
  const later = (seconds: number) =>
    clock.set(new Date(clock.now().getTime() + seconds * 1000).toISOString());
  return {
    house,
    later,
    tries: (kind: Kind, who: string, network: string) => admit(house, kind, who, network),
  };
}

test('guesses at one account from everywhere slow it a little, 30 seconds at most', async () => {
  const { tries, later } = newHouse();
  for (let place = 0; place < 100; place += 1) await tries('password', 'awa', `203.0.113.${place}`);
  await assert.rejects(tries('password', 'awa', '198.51.100.3'), isFault('tooManyAttempts', { seconds: 5 }));
  for (let more = 0; more < 10; more += 1) {
    later(30);
    await tries('password', 'awa', `198.51.100.${more}`);
  }
  await assert.rejects(
    tries('password', 'awa', '203.0.113.250'),
    isFault('tooManyAttempts', { seconds: 30 }),
  );
});

test('a network that tries 300 addresses in a quarter of an hour is slowed, and no other', async () => {
  const { tries, later } = newHouse();
  for (let place = 0; place < 300; place += 1) await tries('password', `person ${place}`, '192.0.2.7');
  await assert.rejects(tries('password', 'awa', '192.0.2.7'), isFault('tooManyAttempts', { seconds: 5 }));
  await tries('password', 'awa', '192.0.2.8');
  later(5);
  await tries('password', 'awa', '192.0.2.7');
});

test('guessed passwords slow neither codes nor links by mail', async () => {
  const { tries } = newHouse();
  for (let time = 0; time < 10; time += 1) await tries('password', 'awa', '192.0.2.7');
  await tries('code', 'awa', '192.0.2.7');
  await tries('letter', '', '192.0.2.7');
});

test('guessed codes count for a day and from everywhere, since six digits are few', async () => {
  const { tries, later } = newHouse();
  for (let place = 0; place < 10; place += 1) {
    await tries('code', 'awa', `203.0.113.${place}`);
    later(2 * 3600);
  }
  const next = await tries('code', 'awa', '192.0.2.7');
  await assert.rejects(tries('code', 'awa', '192.0.2.8'), isFault('tooManyAttempts', { seconds: 10 }));
  later(10);
  await tries('code', 'awa', '192.0.2.7');
  await next.forgive();
  later(24 * 3600);
  await tries('code', 'awa', '192.0.2.7');
});

test('what a success forgives is this person in this place and nothing else', async () => {
  const { tries } = newHouse();
  for (let time = 0; time < 9; time += 1) await tries('password', 'ben', '192.0.2.7');
  for (let time = 0; time < 9; time += 1) await tries('password', 'awa', '192.0.2.7');
  await (await tries('password', 'awa', '192.0.2.7')).forgive();
  await tries('password', 'awa', '192.0.2.7');
  await tries('password', 'ben', '192.0.2.7');
  await assert.rejects(tries('password', 'ben', '192.0.2.7'), isFault('tooManyAttempts'));
});
