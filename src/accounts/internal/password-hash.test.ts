import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hash } from '@node-rs/argon2';
import { checkPassword, passwordHash } from './password-hash.ts';

test('a password is kept as Argon2id at the cost that OWASP advises, and never twice alike', async () => {
  const [one, other] = await Promise.all([
    passwordHash('five quiet boats'),
    passwordHash('five quiet boats'),
  ]);
  assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  assert.notEqual(one, other);
});

test('the right password opens, any other does not, and no hash opens for nobody', async () => {
  const kept = await passwordHash('five quiet boats');
  assert.deepEqual(await checkPassword(kept, 'five quiet boats'), { right: true, outdated: false });
  for (const wrong of ['', 'five quiet boat', 'Five quiet boats', 'x'.repeat(2000)]) {
    assert.deepEqual(await checkPassword(kept, wrong), { right: false, outdated: false });
    assert.deepEqual(await checkPassword(undefined, wrong), { right: false, outdated: false });
  }
});

test('a hash of another cost still opens, and says that it is outdated', async () => {
  const old = await hash('five quiet boats', { memoryCost: 8192, timeCost: 1, parallelism: 1 });
  assert.deepEqual(await checkPassword(old, 'five quiet boats'), { right: true, outdated: true });
  assert.deepEqual(await checkPassword(old, 'five quiet boat'), { right: false, outdated: false });
});
