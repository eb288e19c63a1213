import { hash } from 'node:crypto';
import parseAddresses from 'nodemailer/lib/addressparser';
import MailComposer from 'nodemailer/lib/mail-composer';
import { Fault } from '../../kernel/fault.ts';
import type { Letter } from '../../operations/ports/outbox.ts';
import type { Message } from '../transport.ts';

/** Who writes: a mailbox, with a name where there is one. */
export interface Sender {
  readonly name: string;
  readonly address: string;
}

/**
 * Reads `Southbridge <mail@example.org>` or a bare address.
 * @throws Fault `badSetting` for anything but one mailbox.
 */
export function senderFrom(text: string): Sender {
  const [first, ...more] = parseAddresses(text, { flatten: true });
  if (first === undefined || more.length > 0 || !/^[^\s@<>]+@[^\s@<>]+$/.test(first.address)) {
    throw new Fault('badSetting', { place: 'from', got: text, right: 'Southbridge <mail@example.org>' });
  }
  return { name: first.name, address: first.address };
}

/** The letter as a message. Nothing in it depends on when or where it is made. */
export async function messageOf(letter: Letter, queuedAt: string, from: Sender): Promise<Message> {
  const name = hash('sha256', letter.key).slice(0, 32);
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  const composed = new MailComposer({
    from: { ...from },
    // As an object the address is one mailbox, whatever commas somebody put into it.
    to: { name: '', address: letter.to },
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    date: new Date(queuedAt),
    messageId: `<${name}@${domain}>`,
    headers: headersOf(letter),
    baseBoundary: name,
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  const { from: envelopeFrom, to } = composed.getEnvelope();
  return {
    key: letter.key,
    envelope: { from: envelopeFrom || from.address, to: to[0] ?? letter.to },
    bytes: await composed.build(),
    text: `${letter.to}\n${letter.subject}\n\n${letter.text}`,
  };
}

function headersOf({ language, unsubscribe }: Letter): Record<string, string> {
  return {
    'Content-Language': language,
    // RFC 3834: no holiday notice comes back.
    'Auto-Submitted': 'auto-generated',
    ...(unsubscribe === undefined
      ? {}
      : {
          'List-Unsubscribe': `<${new URL(unsubscribe).href}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }),
  };
}
