import assert from 'node:assert/strict';
import { test } from 'node:test';
import PostalMime from 'postal-mime';
import {
  type PersonId,
  password,
  type SmallOffice,
  smallOffice,
} from '../../../tests/fixtures/small-office.ts';
import { refuses } from '../../../tests/fixtures/wells.ts';
import { appoint } from './appoint.ts';
import { postHistory } from './post-history.ts';
import { resetFactor } from './reset-factor.ts';

const reason = 'Telephone lost';
const reset = (office: SmallOffice, by: PersonId, whose: PersonId, post: string = whose, why = reason) =>
  resetFactor(office, office.actors[by], post, office.actors[whose].account, { reason: why });

test('a focal point resets the second factor of its contributor: an event with its reason, and a letter', async () => {
  const office = await smallOffice();
  const { account } = office.actors['clerk-sn'];
  const came = await office.accounts.signIn('clerk-sn@example.org', password, { network: 'n' });
  assert.ok('session' in came);
  await reset(office, 'focal-sn', 'clerk-sn');
  const last = (await postHistory(office, 'node', 'clerk-sn')).at(-1);
  assert.partialDeepStrictEqual(last, { type: 'factorReset', post: 'focal-sn', account, reason });
  assert.equal(await office.accounts.session(came.session.token), undefined);
  await assert.rejects(office.accounts.signIn('clerk-sn@example.org', password, { network: 'n' }));
  const [letter] = await office.outbox.accounts(9);
  assert.equal(letter?.to, 'clerk-sn@example.org');
  await office.outbox.deliver(office.clock.now().toISOString());
  const { text = '' } = await PostalMime.parse(office.mailbox.letters[0]?.bytes ?? '');
  assert.match(text, /Telephone lost[\s\S]*\/en\/sign-in/);
});

test('the mailbox alone opens the account afterwards, and a new password can be set at once', async () => {
  const office = await smallOffice();
  await reset(office, 'administrator', 'focal-sn');
  const letter = { purpose: 'signIn', accountId: office.actors['focal-sn'].account } as const;
  const came = await office.accounts.signInByLetter(await office.accounts.letter(letter, 15), {
    network: 'n',
  });
  assert.ok('session' in came && came.session.justProven && !came.session.strong);
  await office.accounts.changePassword(came.session, '', 'nine loud drums arrive');
  assert.ok('key' in (await office.accounts.beginAuthenticator(came.session, '')));
});

test('only who may appoint to every post of the person resets, never the person alone', async () => {
  const office = await smallOffice();
  await refuses(office, () => reset(office, 'focal-br', 'clerk-sn'), 'notAllowed');
  await refuses(office, () => reset(office, 'focal-sn', 'focal-sn'), 'notAllowed');
  await refuses(office, () => reset(office, 'administrator', 'administrator'), 'notAllowed');
  await refuses(office, () => reset(office, 'clerk-sn', 'clerk-sn-other'), 'notAllowed');
  const { account } = office.actors['clerk-sn'];
  await appoint(office, 'node', 'administrator', { account, deputy: true });
  await refuses(office, () => reset(office, 'focal-sn', 'clerk-sn'), 'notAllowed');
  await reset(office, 'administrator', 'clerk-sn');
});

test('it wants a reason, a second factor of whoever does it, and somebody who holds the post', async () => {
  const office = await smallOffice();
  await refuses(office, () => reset(office, 'focal-sn', 'clerk-sn', 'clerk-sn', ' '), 'invalid', {
    place: 'reason',
  });
  await refuses(office, () => reset(office, 'focal-sn', 'clerk-br', 'clerk-sn'), 'notFound');
  const weak = { ...office.actors['focal-sn'], strong: false };
  const { account } = office.actors['clerk-sn'];
  await refuses(
    office,
    () => resetFactor(office, weak, 'clerk-sn', account, { reason }),
    'secondFactorNeeded',
  );
});

test('a post that changed since it was looked at is looked at again first', async () => {
  const office = await smallOffice();
  const { account } = office.actors['clerk-sn'];
  const seen = (office.board.posts().get('clerk-sn')?.seq ?? 0) - 1;
  await refuses(
    office,
    () => resetFactor(office, office.actors['focal-sn'], 'clerk-sn', account, { reason, seen }),
    'recordMoved',
  );
});
