import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { boardIn, smallHouse, written } from '../../../tests/fixtures/small-house.ts';
import { type SmallOffice, smallOffice } from '../../../tests/fixtures/small-office.ts';
import {
  actOn,
  drafted,
  refuses,
  register,
  released,
  stateOf,
  submitted,
} from '../../../tests/fixtures/wells.ts';
import { follow } from '../follow.ts';
import { show } from '../show.ts';

import { erase, eraseByNode } from './erase.ts';
import { release } from './release.ts';
import { returnRecord } from './submit.ts';

const marker = 'Awa Marker';
const contacts = [{ person: marker, email: 'awa@marker.example' }];
const all = { field: 'contacts', because: 'asked', extent: 'all' } as const;

/** Everything that the log and the board say of a record. */
async function said(office: SmallOffice, id: string): Promise<string> {
  return JSON.stringify([await office.log.history(id), stateOf(office, id)]);
}

test('an erasure takes the value out of every revision, draft or in force, and writes itself down', async () => {
  const office = await smallOffice();
  const focal = office.actors['focal-sn'];
  await released(office, 'a', { contacts });
  await drafted(office, 'a', { contacts: [...contacts, { person: 'B' }] });
  await erase(office, focal, { ...actOn(office, 'a'), ...all, reason: `${marker} has asked` });
  assert.doesNotMatch(await said(office, 'a'), /marker/i);
  const { events, revisions } = await show(office, register, 'a', focal);
  const event = events.at(-1);
  assert.ok(event?.type === 'erased' && event.because === 'asked' && event.reason === undefined);
  assert.deepEqual(
    event.of.map(({ number }) => number),
    [1, 2],
  );
  assert.equal(revisions.length, 2);
  const [seen] = (await show(office, register, 'a')).events.slice(-1);
  assert.ok(seen?.type === 'erased' && seen.of.length === 0, 'others read that it was, not where');
  assert.deepEqual((await office.log.verify(() => {})).damage, []);
});

test('of earlier revisions alone: the newest and the one in force keep what they say', async () => {
  const office = await smallOffice();
  const focal = office.actors['focal-sn'];
  await released(office, 'a', { contacts });
  await drafted(office, 'a', { contacts: [{ person: 'Second' }] });
  await release(office, focal, actOn(office, 'a'));
  await drafted(office, 'a', { contacts: [{ person: 'Third' }] });
  await erase(office, focal, { ...actOn(office, 'a'), ...all, extent: 'earlier' });
  const kept = await said(office, 'a');
  assert.doesNotMatch(kept, /marker/i);
  assert.match(kept, /Second[\s\S]*Third/);
});

test('what others remarked on the field, or would have put there, goes too; that they did stays', async () => {
  const office = await smallOffice();
  const focal = office.actors['focal-sn'];
  await submitted(office, 'a');
  const remarks = [
    { field: 'contacts', text: `Call ${marker}` },
    { field: 'title', text: 'Which wells?' },
  ];
  await returnRecord(office, focal, { ...actOn(office, 'a'), remarks });
  await erase(office, focal, { ...actOn(office, 'a'), ...all });
  assert.doesNotMatch(await said(office, 'a'), /marker/i);
  assert.match(await said(office, 'a'), /Which wells/);
  assert.deepEqual((await office.log.verify(() => {})).damage, []);
});

test('the owner’s focal point and an administrator may, nobody else, and only where there is something', async () => {
  const office = await smallOffice();
  await released(office, 'a', { contacts });
  for (const by of ['clerk-sn', 'focal-br', 'secretariat'] as const)
    await refuses(
      office,
      () => erase(office, office.actors[by], { ...actOn(office, 'a'), ...all }),
      'notAllowed',
    );
  const focal = office.actors['focal-sn'];
  await refuses(
    office,
    () => erase(office, focal, { ...actOn(office, 'a'), ...all, field: 'title' }),
    'invalid',
    {
      place: 'field',
      right: 'contacts',
    },
  );
  await erase(office, office.actors.administrator, { ...actOn(office, 'a'), ...all });
  await refuses(office, () => erase(office, focal, { ...actOn(office, 'a'), ...all }), 'nothingToErase');
  await drafted(office, 'a', { contacts: [{ person: 'Next' }] });
  assert.match(await said(office, 'a'), /Next/, 'a later revision may name somebody again');
});

test('the board’s files do not hold what a counterpart would have put there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'southbridge-erase-'));
  const house = { ...(await smallHouse()), board: boardIn(folder) };
  try {
    await house.log.append([
      written('a', { contacts }),
      {
        kind: 'event',
        event: {
          type: 'disputed',
          recordId: 'a',
          register,
          post: 'focal-br',
          at: '2024-05-07T07:08:09.000Z',
          revision: 1,
          country: 'BR',
          objections: [{ field: 'contacts', says: contacts }],
        },
      },
    ]);
    await follow(house);
    const files = () =>
      readdirSync(join(folder, 'index')).map((name) => readFileSync(join(folder, 'index', name), 'latin1'));
    assert.ok(files().some((text) => text.includes(marker)));
    const of = await eraseByNode(house, { register, id: 'a', ...all });
    assert.equal(of.length, 2);
    assert.ok(!files().some((text) => text.includes(marker)));
  } finally {
    await house.board.close();
    rmSync(folder, { recursive: true });
  }
});
