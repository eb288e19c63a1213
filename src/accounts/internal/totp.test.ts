import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { base32 } from './base32.ts';
import { hotp, stepOfCode, timeStep } from './totp.ts';
import { typedCode } from './typed-code.ts';

const key = Buffer.from('12345678901234567890');

test('the codes of RFC 4226, appendix D', () => {
  const right = '755224 287082 359152 969429 338314 254676 287922 162583 399871 520489'.split(' ');
  assert.deepEqual(
    right.map((_, counter) => hotp(key, counter, 6)),
    right,
  );
});

test('the codes of RFC 6238, appendix B, SHA-1', () => {
  for (const [seconds, right] of [
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ] as const) {
    assert.equal(hotp(key, timeStep(new Date(seconds * 1000)), 8), right);
  }
});

test('a code is taken one step of 30 seconds early or late, and no more', () => {
  const at = new Date('2026-03-02T08:00:10Z');
  const now = timeStep(at);
  for (const [away, taken] of [
    [-2, false],
    [-1, true],
    [0, true],
    [1, true],
    [2, false],
  ] as const) {
    const step = stepOfCode(key, hotp(key, now + away, 6), at, 0);
    assert.equal(step, taken ? now + away : undefined, String(away));
  }
});

test('a step counts once, and none before it', () => {
  const at = new Date('2026-03-02T08:00:10Z');
  const now = timeStep(at);
  assert.equal(stepOfCode(key, hotp(key, now, 6), at, now), undefined);
  assert.equal(stepOfCode(key, hotp(key, now - 1, 6), at, now), undefined);
  assert.equal(stepOfCode(key, hotp(key, now + 1, 6), at, now), now + 1);
});

test('what is not six digits is no code', () => {
  for (const code of ['', '12345', '1234567', 'abcdef']) {
    assert.equal(stepOfCode(key, code, new Date(), 0), undefined);
    assert.equal(typedCode(code), undefined);
  }
});

test('a code is read in groups, in Arabic, Persian and full-width digits', () => {
  for (const text of ['123456', '123 456', '123-456 ', '١٢٣٤٥٦', '۱۲۳۴۵۶', '１２３４５６']) {
    assert.equal(typedCode(text), '123456', text);
  }
});

test('base 32 as RFC 4648 writes it, without padding', () => {
  const right = {
    '': '',
    f: 'MY',
    fo: 'MZXQ',
    foo: 'MZXW6',
    foob: 'MZXW6YQ',
    fooba: 'MZXW6YTB',
    foobar: 'MZXW6YTBOI',
  };
  for (const [text, written] of Object.entries(right)) assert.equal(base32(Buffer.from(text)), written);
});

test('no two keys are written alike', () => {
  const bytes = fc.uint8Array({ minLength: 20, maxLength: 20 });
  fc.assert(fc.property(bytes, bytes, (a, b) => (base32(a) === base32(b)) === (Buffer.compare(a, b) === 0)));
});
