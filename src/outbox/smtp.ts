import { Readable } from 'node:stream';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection, {
  type SMTPConnectionAuth,
  type SMTPConnectionOptions,
} from 'nodemailer/lib/smtp-connection';
import { Fault } from '../kernel/fault.ts';
import { isOwnMachine } from '../kernel/own-machine.ts';
import type { Message, Outcome, Transport } from './transport.ts';

export interface SmtpOptions {
  /** How long a server may think about one answer, in milliseconds. Default 10 minutes (RFC 5321, 4.5.3.2). */
  readonly answerWithinMs?: number;
}

/**
 * Hands letters to a mail server (RFC 5321), one connection a letter.
 * `url` is `smtps://user:password@host` (TLS from the start, port 465) or `smtp://…` (port 587, TLS as soon as the server
 * offers it). With a password TLS is a must, except to this machine itself.
 * @throws Fault `badSetting` for any other address; the password is not repeated.
 */
export function smtp(url: string, { answerWithinMs = 600_000 }: SmtpOptions = {}): Transport {
  const { auth, ...server } = readUrl(url);
  const options: SMTPConnectionOptions = {
    ...server,
    requireTLS: auth !== undefined && !isOwnMachine(server.host ?? ''),
    connectionTimeout: Math.min(20_000, answerWithinMs),
    greetingTimeout: Math.min(30_000, answerWithinMs),
    socketTimeout: answerWithinMs,
  };
  return { send: (message, mayLeave) => handOver(options, auth, message, mayLeave) };
}

function readUrl(url: string): SMTPConnectionOptions & { readonly auth?: SMTPConnectionAuth } {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !/^smtps?:$/.test(parsed.protocol) || parsed.hostname === '') {
    const got = url.replace(/^([a-z]+:\/\/)?.*@/is, '$1…@');
    throw new Fault('badSetting', { place: 'smtp', got, right: 'smtps://user:password@host' });
  }
  const { auth, ...server } = parseConnectionUrl(url);
  return auth ? { ...server, auth: { ...auth, credentials: auth } } : server;
}

/** How far a message has come. */
interface Progress {
  /** The first byte of it is on the line. */
  left: boolean;
  held: boolean;
  /** What went wrong on our side while the server waited for the message. */
  trouble?: unknown;
}

async function handOver(
  options: SMTPConnectionOptions,
  auth: SMTPConnectionAuth | undefined,
  message: Message,
  mayLeave: () => Promise<boolean>,
): Promise<Outcome> {
  const progress: Progress = { left: false, held: false };
  const connection = new SMTPConnection(options);
  try {
    await converse(connection, auth, message, dataOf(message, mayLeave, progress));
    return { kind: 'sent' };
  } catch (error) {
    return outcomeOf(error, progress);
  } finally {
    connection.close();
  }
}

/** The message as a stream. It is first read from when the server has taken the envelope and asks for the data. */
function dataOf({ bytes }: Message, mayLeave: () => Promise<boolean>, progress: Progress): Readable {
  let asked = false;
  const decide = async (stream: Readable) => {
    try {
      progress.left = await mayLeave();
      progress.held = !progress.left;
    } catch (trouble) {
      progress.trouble = trouble;
    }
    if (progress.left) {
      stream.push(bytes);
      stream.push(null);
    } else {
      // The line is then cut without the dot that ends a message: the server drops what it has.
      stream.destroy(new Error('held'));
    }
  };
  return new Readable({
    read() {
      if (asked) return;
      asked = true;
      void decide(this);
    },
  });
}

function converse(
  connection: SMTPConnection,
  auth: SMTPConnectionAuth | undefined,
  { envelope }: Message,
  data: Readable,
): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.on('error', reject);
    const send = () =>
      connection.send({ from: envelope.from, to: [envelope.to] }, data, (error) =>
        error === null ? resolve() : reject(error),
      );
    connection.connect((error) => {
      if (error) reject(error);
      else if (auth === undefined) send();
      else connection.login(auth, (refusal) => (refusal ? reject(refusal) : send()));
    });
  });
}

/** What nodemailer tells of a failure: the server's answer, where there was one, and the command that it answers. */
interface SmtpError extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
  /** A 5xx that stays so. */
  readonly permanent?: boolean;
}

function outcomeOf(error: unknown, { left, held, trouble }: Progress): Outcome {
  if (trouble !== undefined) throw trouble;
  if (held) return { kind: 'held' };
  if (!(error instanceof Error)) throw error;
  const { code, command, response, responseCode, permanent = false, message }: SmtpError = error;
  const words = response ?? message;
  // The address cannot even be said to a server.
  if (code === 'EENVELOPE' && command === 'API') return { kind: 'refused', words };
  if (left && responseCode === undefined) return { kind: 'uncertain', words };
  const ofThisLetter = left || command === 'RCPT TO' || command === 'DATA';
  return permanent && ofThisLetter
    ? { kind: 'refused', words }
    : { kind: 'later', words, unreachable: !ofThisLetter };
}
