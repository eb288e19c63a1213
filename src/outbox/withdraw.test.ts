import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { passingFolder } from '../../tests/fixtures/at-exit.ts';
import { refusal, startMailServer } from '../../tests/fixtures/mail-server.ts';
import type { Letter } from '../operations/ports/outbox.ts';
import { emlFolder } from './eml-folder.ts';
import { openOutbox } from './open-outbox.ts';
import { smtp } from './smtp.ts';
import type { Transport } from './transport.ts';

// What a letter was about is taken back while the letter still waits, or is just being handed over.

const now = '2026-11-22T05:00:00.000Z';
const later = '2026-11-22T06:00:00.000Z';
const from = 'Southbridge <mail@example.org>';
const invitation: Letter = {
  key: 'invitation-focal-ml-1',
  to: 'desk@example.org',
  language: 'en',
  subject: 'Invitation',
  text: 'https://example.org/invitation?secret=s3cret',
  html: '<p>s3cret',
};

function opened(t: TestContext, transport: Transport, file = ':memory:') {
  const outbox = openOutbox({ file, transport, from });
  t.after(() => outbox.close());
  const stands = async () => {
    const [account] = await outbox.accounts(1);
    return { standing: account?.standing, mayLeaveAgain: account?.mayLeaveAgain };
  };
  return { outbox, stands };
}

const withdrawn = { standing: 'withdrawn', mayLeaveAgain: false };

test('a letter that waits, or was given up, is not sent once it is withdrawn; that it was stays to be read', async (t) => {
  const server = await startMailServer(undefined, {
    onRcptTo: ({ address }, _, done) => (address.startsWith('gone') ? done(refusal(550, 'No')) : done()),
  });
  t.after(() => server.close());
  const { outbox, stands } = opened(t, smtp(server.url));
  await outbox.enqueue([{ ...invitation, key: 'gone', to: 'gone@example.org' }], now);
  await outbox.deliver(now);
  assert.deepEqual(await stands(), { standing: 'given up', mayLeaveAgain: true });
  await outbox.withdraw('gone', now);
  assert.deepEqual(await stands(), withdrawn);
  assert.equal(await outbox.sendAgain('gone', later), false);
  await outbox.enqueue([invitation], now);
  await outbox.withdraw(invitation.key, now);
  await outbox.withdraw(invitation.key, now);
  assert.deepEqual(await outbox.deliver(later), { sent: 0, failed: 0, waiting: 0 });
  assert.deepEqual(await stands(), withdrawn);
  assert.equal((await outbox.accounts(1))[0]?.to, invitation.to);
  assert.equal(server.received.length, 0);
});

test('withdrawn before it was queued, a letter is not taken; one that has left stays as sent', async (t) => {
  const server = await startMailServer();
  t.after(() => server.close());
  const { outbox, stands } = opened(t, smtp(server.url));
  await outbox.withdraw(invitation.key, now);
  assert.equal(await outbox.enqueue([invitation], now), 0);
  await outbox.enqueue([{ ...invitation, key: 'other' }], now);
  await outbox.deliver(now);
  await outbox.withdraw('other', now);
  assert.deepEqual(await stands(), { standing: 'sent', mayLeaveAgain: false });
  assert.equal(server.received.length, 1);
});

/** A way out that is stopped right before, and right after, the letter leaves. */
function halting(outcome: 'sent' | 'later' | 'uncertain', withdraws: { before?: boolean; after?: boolean }) {
  const handedOver: string[] = [];
  const transport: Transport = {
    send: async ({ key }, mayLeave) => {
      if (withdraws.before) await act.withdraw(key, now);
      if (!(await mayLeave())) return { kind: 'held' };
      if (withdraws.after) await act.withdraw(key, now);
      if (outcome !== 'later') handedOver.push(key);
      return outcome === 'sent'
        ? { kind: 'sent' }
        : { kind: outcome, words: 'the line broke', unreachable: true };
    },
  };
  const act = openOutbox({ file: ':memory:', transport, from });
  return { outbox: act, handedOver };
}

test('withdrawn while a round has it in hand, it leaves whole or not at all, and never later', async (t) => {
  const cases = [
    ['sent', { before: true }, 'withdrawn', 0],
    ['sent', { after: true }, 'sent', 1],
    ['later', { after: true }, 'withdrawn', 0],
    ['uncertain', { after: true }, 'uncertain', 1],
  ] as const;
  for (const [outcome, withdraws, standing, handed] of cases) {
    const { outbox, handedOver } = halting(outcome, withdraws);
    t.after(() => outbox.close());
    await outbox.enqueue([invitation], now);
    await outbox.deliver(now);
    await outbox.deliver(later);
    const [account] = await outbox.accounts(1);
    const name = `${outcome}, withdrawn ${Object.keys(withdraws)}`;
    assert.deepEqual([account?.standing, handedOver.length], [standing, handed], name);
    assert.equal(account?.mayLeaveAgain, false, name);
    assert.equal(await outbox.sendAgain(invitation.key, later), false, name);
  }
});

test('without a mail server the file that nobody has passed on yet is taken out of the folder', async (t) => {
  const folder = join(passingFolder('withdrawn'), 'outbox');
  const { outbox, stands } = opened(t, emlFolder(folder));
  await outbox.enqueue([invitation], now);
  await outbox.deliver(now);
  assert.equal(readdirSync(folder).length, 2);
  await outbox.withdraw(invitation.key, now);
  assert.deepEqual(readdirSync(folder), []);
  assert.deepEqual(await stands(), withdrawn);
});

test('a file that was passed on and put away counts as sent; one written while it is withdrawn does not stay', async (t) => {
  const folder = join(passingFolder('withdrawn'), 'outbox');
  const files = emlFolder(folder);
  const { outbox, stands } = opened(t, files);
  await outbox.enqueue([invitation], now);
  await outbox.deliver(now);
  await files.takeBack?.(invitation.key);
  await outbox.withdraw(invitation.key, now);
  assert.equal((await stands()).standing, 'sent');
  const slow = opened(t, {
    ...files,
    send: async (message, mayLeave) => {
      await slow.outbox.withdraw(message.key, now);
      return files.send(message, mayLeave);
    },
  });
  await slow.outbox.enqueue([invitation], now);
  await slow.outbox.deliver(now);
  assert.deepEqual(readdirSync(folder), []);
  assert.deepEqual(await slow.stands(), withdrawn);
});
