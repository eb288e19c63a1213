import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outside } from '../../tests/fixtures/outside-checker.ts';
import { stoppedClock } from '../kernel/clock.ts';
import { Fault } from '../kernel/fault.ts';
import { keyRing } from './key-ring.ts';
import { checkHead, knownKeys } from './known-keys.ts';

const head = { size: 1, root: '0'.repeat(64), at: '2026-01-01T00:00:00.000Z' };

function fault(code: string): (error: unknown) => boolean {
  return (error) => error instanceof Fault && error.code === code;
}

test('a retired key leaves its heads good and signs no later one', async () => {
  const clock = stoppedClock('2026-02-01T00:00:00.000Z');
  const ring = keyRing({ clock });
  const old = await ring.sign(head);
  const next = await ring.rotate();
  const now = await ring.sign(head);
  assert.equal(now.key, next);
  assert.equal(now.log, old.log, 'the log keeps its name');
  const known = knownKeys(await ring.statements());
  for (const one of [old, now]) checkHead(one, known);
  for (const one of [old, now]) outside.checkHead(one, outside.readKeys(await ring.statements()));
});

test('a head dated after its key was retired is refused', async () => {
  const ring = keyRing({ clock: stoppedClock('2026-02-01T00:00:00.000Z') });
  const late = await ring.sign({ ...head, at: '2026-03-01T00:00:00.000Z' });
  await ring.rotate();
  const said = await ring.statements();
  assert.throws(() => checkHead(late, knownKeys(said)), fault('signatureRefused'));
  assert.throws(() => outside.checkHead(late, outside.readKeys(said)));
});

test('nothing signed with a revoked key counts, and a new key goes on', async () => {
  const ring = keyRing({ clock: stoppedClock('2026-02-01T00:00:00.000Z') });
  const signed = await ring.sign(head);
  await ring.revoke(signed.key, 'Laptop lost');
  const said = await ring.statements();
  assert.throws(() => checkHead(signed, knownKeys(said)), fault('keyRevoked'));
  assert.throws(() => outside.checkHead(signed, outside.readKeys(said)), /revoked/);
  checkHead(await ring.sign(head), knownKeys(said));
  await assert.rejects(ring.revoke('0'.repeat(32), ''), fault('notFound'));
});

test('a head of another log, or of a key for which nobody vouches, is refused', async () => {
  const clock = stoppedClock('2026-02-01T00:00:00.000Z');
  const [ours, theirs] = [keyRing({ clock }), keyRing({ clock })];
  const signed = await theirs.sign(head);
  const { log } = await ours.sign(head);
  const known = knownKeys(await ours.statements());
  assert.throws(() => checkHead(signed, known), fault('otherLog'));
  assert.throws(() => checkHead({ ...signed, log }, known), fault('signatureRefused'));
});

test('statements that were edited, taken out or put in are found', async () => {
  const ring = keyRing({ clock: stoppedClock('2026-02-01T00:00:00.000Z') });
  await ring.sign(head);
  const first = await ring.rotate();
  await ring.rotate();
  await ring.revoke(first, 'Seen elsewhere');
  const said = await ring.statements();
  assert.equal(said.length, 6);
  const [made, next, ...rest] = said;
  assert.ok(made !== undefined && next !== undefined);
  const forgeries = [
    [next, made, ...rest],
    [made, ...rest],
    [{ ...made, at: '2020-01-01T00:00:00.000Z' }, next, ...rest],
    [made, { ...next, by: next.key }, ...rest],
  ];
  for (const forged of forgeries) {
    assert.throws(() => knownKeys(forged), fault('signatureRefused'));
    assert.throws(() => outside.readKeys(forged));
  }
});
