import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { asks, joinedDoors } from '../fixtures/joined-doors.ts';
import { sharedData, skipWords } from '../fixtures/shared-data.ts';
import { smallOffice } from '../fixtures/small-office.ts';
import { released } from '../fixtures/wells.ts';

const attack = sharedData('attack');

test('words that break into other programs are words to look for here: each question is answered, and nothing is written', async (t) => {
  if (attack === undefined) return t.skip(skipWords);
  const office = await smallOffice();
  const app = joinedDoors(office);
  await released(office, 'wells');
  const head = await office.log.head();
  const lists = readdirSync(attack).filter((name) => name.endsWith('payloads.txt'));
  assert.ok(lists.length >= 4);
  for (const name of lists) {
    const payloads = readFileSync(join(attack, name), 'utf8').split('\n');
    for (const payload of payloads.filter((line) => line !== '')) {
      const word = encodeURIComponent(payload.toWellFormed());
      for (const path of [`/en/search?q=${word}`, `/api/records?q=${word}`, `/en/activity/${word}`]) {
        const answer = await asks(app, path);
        assert.ok([200, 400, 404].includes(answer.status), `${answer.status} ${name}: ${payload}`);
        await answer.body?.cancel();
      }
    }
  }
  assert.equal(await office.log.head(), head);
  assert.equal((await asks(app, '/en/activity/wells')).status, 200);
});
