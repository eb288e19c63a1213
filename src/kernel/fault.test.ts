import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messagesOf } from '../wording/messages.ts';
import { stoppedClock, systemClock } from './clock.ts';
import { Fault, type FaultCode, faultMeanings } from './fault.ts';
import { findingCodes } from './finding.ts';

const words: Readonly<Record<string, string>> = messagesOf('en');

test('every fault says what it means to the caller and has words', () => {
  const meanings = new Set(['absent', 'conflict', 'refused', 'tooLarge', 'tooMany', 'forbidden', 'broken']);
  for (const code of Object.keys(faultMeanings) as FaultCode[]) {
    assert.ok(meanings.has(new Fault(code).meaning), code);
    assert.ok(words[`fault.${code}`], `messages lack fault.${code}`);
  }
  assert.deepEqual(new Set(Object.values(faultMeanings)), meanings);
});

test('every finding has words, and no code stands twice', () => {
  for (const code of findingCodes) assert.ok(words[`finding.${code}`], `messages lack finding.${code}`);
  assert.equal(new Set(findingCodes).size, findingCodes.length);
});

test('a fault keeps code, params and cause, and is an error with a name', () => {
  const cause = new Error('ENOSPC');
  const fault = new Fault('diskFull', { file: 'log.sqlite' }, cause);
  assert.ok(fault instanceof Error);
  assert.deepEqual(
    [fault.name, fault.code, fault.meaning, fault.params, fault.cause],
    ['Fault', 'diskFull', 'broken', { file: 'log.sqlite' }, cause],
  );
  assert.match(fault.message, /diskFull.*log\.sqlite/);
  assert.equal('cause' in new Fault('notFound'), false);
});

test('a stopped clock moves when told and not otherwise', () => {
  const clock = stoppedClock('2024-01-01T00:00:00Z');
  assert.equal(clock.now(), clock.now());
  clock.set('2025-01-01T00:00:00Z');
  assert.equal(clock.now().getUTCFullYear(), 2025);
  assert.ok(Math.abs(systemClock.now().getTime() - Date.now()) < 1_000);
});
