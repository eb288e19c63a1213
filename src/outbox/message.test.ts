import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { Fault } from '../kernel/fault.ts';
import type { Letter } from '../operations/ports/outbox.ts';
import { messageOf, senderFrom } from './internal/message.ts';

const letter: Letter = {
  key: 'note:focal-point-ml:2026-11-22',
  to: 'desk@example.org',
  language: 'en',
  subject: 'Two records wait',
  text: 'Two records wait.\n',
  html: '<!doctype html><title>Two records wait</title><p>Two records wait.',
};
const from = { name: 'Southbridge', address: 'mail@bridge.example.org' };
const queuedAt = '2026-11-22T05:00:00.000Z';

async function read(one: Partial<Letter>, sender = from) {
  const { bytes, envelope } = await messageOf({ ...letter, ...one }, queuedAt, sender);
  const mail = await PostalMime.parse(bytes);
  const header = (name: string) => mail.headers.filter(({ key }) => key === name).map(({ value }) => value);
  return { bytes, envelope, mail, header };
}

test('a message says who writes, to whom, when, in which language, and that a machine wrote it', async () => {
  const { mail, header, envelope } = await read({});
  assert.deepEqual(envelope, { from: 'mail@bridge.example.org', to: 'desk@example.org' });
  assert.deepEqual(mail.from, { name: 'Southbridge', address: 'mail@bridge.example.org' });
  assert.deepEqual(
    mail.to?.map(({ address }) => address),
    ['desk@example.org'],
  );
  assert.equal(mail.subject, 'Two records wait');
  assert.equal(mail.date, queuedAt);
  assert.deepEqual(header('content-language'), ['en']);
  assert.deepEqual(header('auto-submitted'), ['auto-generated']);
  assert.deepEqual(header('mime-version'), ['1.0']);
  assert.match(header('content-type')[0] ?? '', /^multipart\/alternative;/);
  assert.deepEqual([header('list-unsubscribe'), header('list-unsubscribe-post')], [[], []]);
});

test('a mail that can be ended says how, in one click', async () => {
  const unsubscribe = `https://bridge.example.org/ar/leave/${'x'.repeat(200)}?who=أ`;
  const { header } = await read({ unsubscribe });
  assert.deepEqual(header('list-unsubscribe'), [`<${new URL(unsubscribe).href}>`]);
  assert.deepEqual(header('list-unsubscribe-post'), ['List-Unsubscribe=One-Click']);
});

test('the same letter gives the same bytes at any time, and its Message-ID follows from its key alone', async () => {
  const first = await read({});
  assert.deepEqual((await read({})).bytes, first.bytes);
  const other = await read({ subject: 'Other words', to: 'other@example.org' });
  assert.equal(other.mail.messageId, first.mail.messageId);
  assert.match(first.mail.messageId ?? '', /^<[0-9a-f]{32}@bridge\.example\.org>$/);
  assert.notEqual((await read({ key: 'another' })).mail.messageId, first.mail.messageId);
});

test('Arabic, Chinese and Russian words arrive as they were written', async () => {
  for (const [language, words] of [
    ['ar', 'سجلّان ينتظران مراجعتكم: بنوك حليب الأم — «البرازيل» 2026'],
    ['zh', '两条记录等待您审核：母乳库（巴西）——请于2026年11月30日前答复'],
    ['ru', 'Две записи ждут проверки: «банки грудного молока»'],
  ] as const) {
    const subject = words.repeat(3);
    const text = `${words}\n\n${words.repeat(20)}\n`;
    const html = `<!doctype html><html lang="${language}"><title>${words}</title><p>${words.repeat(20)}</p></html>`;
    const { mail, bytes, header } = await read({ language, subject, text, html });
    assert.equal(mail.subject, subject);
    assert.equal(mail.text?.replaceAll('\r\n', '\n'), text);
    assert.equal(mail.html?.trim(), html);
    assert.deepEqual(header('content-language'), [language]);
    assert.ok(
      Buffer.from(bytes).every((byte) => byte < 128),
      'old mail servers take 7 bits',
    );
  }
});

test('whatever stands in a letter comes out again, within the lines that mail allows', async () => {
  // Without line breaks of its own, which mail writes as CR LF, and without halves of signs.
  const words = fc.string({ unit: 'grapheme', minLength: 1 }).filter((one) => !/\p{Cc}/u.test(one));
  await fc.assert(
    fc.asyncProperty(words, words, async (subject, line) => {
      const text = `.${line}\nFrom ${line}\n`;
      const { mail, bytes } = await read({ subject: `a${subject}z`, text });
      assert.equal(mail.subject, `a${subject}z`);
      // The line break before the next part belongs to nobody: readers differ.
      assert.equal(mail.text?.replaceAll('\r\n', '\n').replace(/\n+$/, '\n'), text);
      const lines = Buffer.from(bytes).toString('latin1').split('\r\n');
      assert.ok(lines.every((one) => one.length <= 998 && !/[\r\n]/.test(one)));
    }),
    { numRuns: 100 },
  );
});

test('nobody writes headers by way of a subject, a mailbox or a language', async () => {
  const { mail, header, envelope } = await read({
    subject: 'Hello\r\nBcc: thief@example.org\r\n\r\nOther words',
    to: 'desk@example.org\r\nBcc: thief@example.org',
  });
  assert.deepEqual(header('bcc'), []);
  assert.equal(mail.bcc, undefined);
  assert.equal(mail.to?.length, 1);
  assert.doesNotMatch(envelope.to, /[\r\n]/);
  assert.match(mail.text ?? '', /^Two records wait/);
});

test('who writes is one mailbox, with a name in any script', async () => {
  assert.deepEqual(senderFrom('mail@example.org'), { name: '', address: 'mail@example.org' });
  const sender = senderFrom('جسر الجنوب <mail@example.org>');
  assert.deepEqual((await read({}, sender)).mail.from, { name: 'جسر الجنوب', address: 'mail@example.org' });
  for (const text of ['', 'Southbridge', 'a@example.org, b@example.org', 'mail@', '@example.org']) {
    assert.throws(
      () => senderFrom(text),
      (error) => error instanceof Fault && error.code === 'badSetting',
      text,
    );
  }
});
