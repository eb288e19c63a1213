import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallOffice } from '../tests/fixtures/small-office.ts';
import { trustedProxies } from './client-address.ts';
import { joinDoors } from './join-doors.ts';

/** An office behind a proxy at 10.0.0.5, and a way to guess a password from an address of the world. */
async function behindProxy(setting: string) {
  const app = joinDoors(await smallOffice(), {
    version: 'test',
    publicAddress: '',
    writeKey: 'only for tests',
    cacheBytes: 1_000_000,
    proxies: trustedProxies(setting),
    onFailure: (error) => {
      throw error;
    },
  });
  const socket = { remoteAddress: '10.0.0.5', remotePort: 4711, remoteFamily: 'IPv4' };
  return async (from: string): Promise<number> => {
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': from };
    const body = JSON.stringify({ email: 'focal-sn@example.org', password: 'a wrong guess, again' });
    const answer = await app.request(
      '/en/sign-in.json',
      { method: 'POST', headers, body },
      { incoming: { socket } },
    );
    return answer.status;
  };
}

test('behind a trusted proxy who guesses is slowed, and nobody else', async () => {
  const guess = await behindProxy('10.0.0.5');
  for (let time = 0; time < 10; time += 1) assert.equal(await guess('203.0.113.9'), 401);
  assert.equal(await guess('203.0.113.9'), 429);
  assert.equal(await guess('6.6.6.6, 203.0.113.9'), 429, 'made up to look like another');
  assert.equal(await guess('198.51.100.1'), 401);
});

test('where no proxy is trusted what a request says of itself changes nothing', async () => {
  const guess = await behindProxy('');
  for (let time = 0; time < 10; time += 1) await guess(`203.0.113.${time}`);
  assert.equal(await guess('198.51.100.1'), 429);
});
