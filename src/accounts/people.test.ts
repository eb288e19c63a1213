import assert from 'node:assert/strict';
import { test } from 'node:test';
import { awa, isFault, newAccounts, password } from '../../tests/fixtures/accounts.ts';
import { SeveralFaults } from '../kernel/several-faults.ts';

test('a new account shows no name, has no second factor and gets the digest', async (t) => {
  const { accounts } = await newAccounts(t);
  const account = await accounts.create(awa);
  const { id, ...rest } = account;
  assert.deepEqual(rest, { ...awa, nameShown: false, secondFactor: false, digest: true });
  assert.match(id, /^[0-9a-f-]{36}$/);
  assert.deepEqual(await accounts.find(id), account);
  assert.deepEqual(await accounts.findByEmail('AWA.DIOP@plan.gov.example '), account);
  assert.equal(await accounts.find('nobody'), undefined);
  assert.equal(await accounts.findByEmail('nobody@gov.example'), undefined);
});

test('an address has one account, in whatever case it is written, also when two are made at once', async (t) => {
  const { accounts, another } = await newAccounts(t);
  const other = await another();
  const both = [accounts.create(awa), other.create({ ...awa, email: 'Awa.Diop@plan.gov.example' })];
  const ends = await Promise.allSettled(both);
  const refused = ends.filter((end) => end.status === 'rejected');
  assert.equal(refused.length, 1);
  isFault('accountExists')(refused[0]?.reason);
});

test('what is no address, no name or no good password makes no account', async (t) => {
  const { accounts } = await newAccounts(t);
  for (const email of [
    '',
    'awa',
    'awa@',
    '@gov.example',
    'awa@gov',
    'a b@gov.example',
    'a@b@gov.example',
    'awa@gov.example\nBcc: x@y.example',
    'Awa <awa@gov.example>',
    `${'a'.repeat(250)}@gov.example`,
    'awa@gov\u200b.example',
  ]) {
    const made = accounts.create({ ...awa, email });
    await assert.rejects(made, isFault('invalid', { place: 'email', got: email }), JSON.stringify(email));
  }
  for (const name of ['', '  ', 'Awa\nDiop', 'x'.repeat(201)]) {
    await assert.rejects(accounts.create({ ...awa, name }), isFault('invalid', { place: 'name' }));
  }
  const all = accounts.create({ ...awa, email: 'awa@', name: '', password: 'short' });
  await assert.rejects(all, (error) => {
    assert.ok(error instanceof SeveralFaults);
    assert.deepEqual(
      error.all.map(({ code, params }) => [code, params['place'] ?? params['why']]),
      [
        ['invalid', 'email'],
        ['invalid', 'name'],
        ['weakPassword', 'short'],
      ],
    );
    return isFault('invalid', { place: 'email', got: 'awa@' })(error);
  });
  await assert.rejects(
    accounts.create({ ...awa, password: 'short' }),
    isFault('weakPassword', { why: 'short' }),
  );
  assert.equal(await accounts.isEmpty(), true);
});

test('name, language and wishes can be changed, each alone', async (t) => {
  const { accounts } = await newAccounts(t);
  const account = await accounts.create(awa);
  for (const change of [
    { name: 'Awa Diop Fall' },
    { language: 'pt' },
    { nameShown: true },
    { digest: false },
  ] as const) {
    assert.partialDeepStrictEqual(await accounts.change(account.id, change), change);
  }
  assert.deepEqual(await accounts.find(account.id), {
    ...account,
    name: 'Awa Diop Fall',
    language: 'pt',
    nameShown: true,
    digest: false,
  });
  await assert.rejects(accounts.change('nobody', {}), isFault('notFound', { id: 'nobody' }));
  await assert.rejects(accounts.change(account.id, { name: '' }), isFault('invalid'));
});

test('many are named at once; who is gone or never was is left out', async (t) => {
  const { accounts } = await newAccounts(t);
  const awaMade = await accounts.create(awa);
  const ben = await accounts.create({ ...awa, email: 'ben@gov.example', name: "Ben O'Neil" });
  await accounts.erase(ben.id);
  const named = await accounts.named([awaMade.id, ben.id, 'nobody', "' OR 1=1"]);
  assert.deepEqual([...named], [[awaMade.id, awaMade]]);
  assert.equal((await accounts.named([])).size, 0);
});

test('an erased address can have an account again, with another id', async (t) => {
  const { accounts } = await newAccounts(t);
  const first = await accounts.create({ ...awa, password });
  await accounts.erase(first.id);
  await accounts.erase(first.id);
  assert.equal(await accounts.isEmpty(), true);
  assert.notEqual((await accounts.create(awa)).id, first.id);
});
