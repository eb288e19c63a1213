import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { type TestContext, test } from 'node:test';
import { refusal, startMailServer } from '../../tests/fixtures/mail-server.ts';
import { Fault } from '../kernel/fault.ts';
import { smtp } from './smtp.ts';
import type { Message } from './transport.ts';

const message: Message = {
  key: 'k',
  envelope: { from: 'node@example.org', to: 'desk@example.org' },
  bytes: Buffer.from('Message-ID: <k@example.org>\r\nSubject: Hello\r\n\r\n.Hello\r\n'),
  text: 'Good day',
};

/** Hands the message over; tells the outcome and how often it was asked whether it may leave. */
async function handOver(url: string, may = true, wanted = message) {
  let asked = 0;
  const outcome = await smtp(url, { answerWithinMs: 2_000 }).send(wanted, async () => {
    asked += 1;
    return may;
  });
  return { outcome, asked };
}

async function server(t: TestContext, ...how: Parameters<typeof startMailServer>) {
  const started = await startMailServer(...how);
  t.after(() => started.close());
  return started;
}

/** A server that says its lines one by one, whatever it hears, and cuts the line at `null`. */
async function scripted(t: TestContext, lines: readonly (string | null)[]): Promise<string> {
  const open = new Set<Socket>();
  const listening = createServer((socket) => {
    open.add(socket);
    const left = [...lines];
    const say = () => {
      const line = left.shift();
      if (line === null) socket.destroy();
      else if (line !== undefined) socket.write(`${line}\r\n`);
    };
    socket.on('error', () => undefined);
    say();
    socket.on('data', say);
  });
  listening.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  t.after(() => {
    for (const socket of open) socket.destroy();
    listening.close();
  });
  return `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`;
}

test('a letter that the server takes has left, byte for byte, and was asked for once', async (t) => {
  const { url, received } = await server(t);
  assert.deepEqual(await handOver(url), { outcome: { kind: 'sent' }, asked: 1 });
  assert.deepEqual(
    received.map(({ to, bytes }) => [to, bytes]),
    [['desk@example.org', message.bytes]],
  );
});

test('a letter that may not leave does not leave', async (t) => {
  const { url, received } = await server(t);
  assert.deepEqual(await handOver(url, false), { outcome: { kind: 'held' }, asked: 1 });
  assert.equal(received.length, 0);
});

test('trouble on our own side while the server waits is told, and nothing leaves', async (t) => {
  const { url, received } = await server(t);
  const trouble = new Fault('diskFull', { file: 'outbox.db' });
  const sending = smtp(url).send(message, async () => {
    throw trouble;
  });
  await assert.rejects(sending, (error) => error === trouble && trouble.code === 'diskFull');
  assert.equal(received.length, 0);
});

test('where nobody answers the letter is tried later, and was never on its way', async (t) => {
  const { url, close } = await startMailServer();
  await close();
  const { outcome, asked } = await handOver(url);
  assert.equal(asked, 0);
  assert.ok(outcome.kind === 'later' && outcome.unreachable && /ECONNREFUSED/.test(outcome.words));
  const silent = await scripted(t, []);
  assert.deepEqual(await handOver(silent).then(({ outcome: { kind } }) => kind), 'later');
});

test('a mailbox that the server does not know is final, in the words of the server', async (t) => {
  const { url } = await server(t, undefined, {
    onRcptTo: (_, __, done) => done(refusal(550, 'No such desk')),
  });
  const { outcome, asked } = await handOver(url);
  assert.equal(asked, 0);
  assert.ok(outcome.kind === 'refused' && /^550 No such desk/.test(outcome.words), JSON.stringify(outcome));
});

test('a full mailbox is not final, nor is it a reason to stop the round', async (t) => {
  const { url } = await server(t, undefined, {
    onRcptTo: (_, __, done) => done(refusal(452, 'Mailbox full')),
  });
  const { outcome } = await handOver(url);
  assert.deepEqual(outcome, { kind: 'later', words: '452 Mailbox full', unreachable: false });
});

test('a message refused after its last line is final with 5xx and not with 4xx', async (t) => {
  for (const [code, kind] of [
    [554, 'refused'],
    [451, 'later'],
  ] as const) {
    const { url, received } = await server(t, async () => refusal(code, 'Not this one'));
    const { outcome, asked } = await handOver(url);
    assert.deepEqual([outcome.kind, asked, received.length], [kind, 1, 0]);
  }
});

test('a no to the house is not a no to the letter: greeting, sender, password', async (t) => {
  const greeting = await scripted(t, ['554 Go away']);
  const sender = await server(t, undefined, { onMailFrom: (_, __, done) => done(refusal(553, 'Not you')) });
  const password = await server(t, undefined, {
    allowInsecureAuth: true,
    onAuth: (_, __, done) => done(refusal(535, 'Wrong password')),
  });
  for (const url of [greeting, sender.url, password.url.replace('//', '//node:old@')]) {
    const { outcome, asked } = await handOver(url);
    assert.ok(outcome.kind === 'later' && outcome.unreachable, JSON.stringify(outcome));
    assert.equal(asked, 0);
  }
});

test('where the line breaks after the message, or no answer comes, nobody knows', async (t) => {
  const start = ['220 hello', '250 hello', '250 sender', '250 recipient', '354 go on'];
  for (const end of [[null], []]) {
    const { outcome, asked } = await handOver(await scripted(t, [...start, ...end]));
    assert.equal(outcome.kind, 'uncertain');
    assert.equal(asked, 1);
  }
});

test('where the line breaks before the message, the server cannot have it', async (t) => {
  const { outcome, asked } = await handOver(
    await scripted(t, ['220 hello', '250 hello', '250 sender', null]),
  );
  assert.deepEqual([outcome.kind, asked], ['later', 0]);
});

test('several addresses in one are not several letters', async (t) => {
  const { url, received } = await server(t);
  for (const to of ['a@example.org, b@example.org', 'a@example.org>\r\nRCPT TO:<b@example.org']) {
    const { outcome } = await handOver(url, true, { ...message, envelope: { ...message.envelope, to } });
    assert.equal(outcome.kind, 'refused', to);
  }
  assert.equal(received.length, 0);
});

test('a name and a password reach the server as they are, signs that addresses encode included', async (t) => {
  const seen: unknown[] = [];
  const { url, received } = await server(t, undefined, {
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _, done) => {
      seen.push([username, password]);
      done(null, { user: username });
    },
  });
  await handOver(url.replace('//', '//node%40example.org:p%2F%C3%A9%3A@'));
  assert.deepEqual(seen, [['node@example.org', 'p/é:']]);
  assert.equal(received.length, 1);
});

test('a password never crosses an open line to another machine', async (t) => {
  const passwords: unknown[] = [];
  const { port } = await server(t, undefined, {
    allowInsecureAuth: true,
    onAuth: ({ password }, _, done) => {
      passwords.push(password);
      done(null, { user: 'node' });
    },
  });
  // 0.0.0.0 leads here, but only on this machine: to the program it is a machine like any other.
  const { outcome } = await handOver(`smtp://node:secret@0.0.0.0:${port}`);
  assert.ok(outcome.kind === 'later' && outcome.unreachable, JSON.stringify(outcome));
  assert.deepEqual(passwords, []);
});

test('an address that is none is a bad setting, told without its password', () => {
  for (const url of [
    '',
    'mail.example.org',
    'https://node:secret@mail.example.org',
    'smtp://',
    'node:secret@host',
  ]) {
    assert.throws(
      () => smtp(url),
      (error) => error instanceof Fault && error.code === 'badSetting' && !/secret/.test(error.message),
      url,
    );
  }
});
