import { fork } from 'node:child_process';
import { Fault } from '../../kernel/fault.ts';
import type { Document } from './document.ts';
import type { DocumentFormat } from './document-formats.ts';
import { writeHtml } from './write-html.ts';

export interface DocumentJob {
  readonly document: Document;
  readonly format: Exclude<DocumentFormat, 'html'>;
  /** Instant, ISO 8601. */
  readonly madeAt: string;
}

export interface MadeDocument {
  readonly bytes: Uint8Array;
  /** Most that the process took, in bytes. */
  readonly memory: number;
}

/** One after the other: a node has few cores and little memory, and a document takes seconds. */
let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** More than these nobody waits for: whoever asks next is told so at once. */
const mostWaiting = 12;

/**
 * A document in a format. PDF and DOCX are written in a process of their own.
 * @throws Fault `tooManyDocuments` {limit} when too many wait already.
 */
export async function writeDocument(
  document: Document,
  format: DocumentFormat,
  madeAt: string,
): Promise<Uint8Array<ArrayBuffer>> {
  if (format === 'html') return new TextEncoder().encode(writeHtml(document));
  if (waiting >= mostWaiting) throw new Fault('tooManyDocuments', { limit: mostWaiting });
  waiting += 1;
  const made = last.then(() => inProcess({ document, format, madeAt }));
  last = made.catch(() => undefined);
  try {
    return new Uint8Array((await made).bytes);
  } finally {
    waiting -= 1;
  }
}

/** Writes a document in a process of its own. */
export async function inProcess(job: DocumentJob): Promise<MadeDocument> {
  const writer = fork(new URL('document-process.ts', import.meta.url), {
    serialization: 'advanced',
    // Less memory for some more time: the heap is swept earlier, and freed pieces are used again.
    execArgv: ['--max-old-space-size=280', '--max-semi-space-size=8'],
    env: { ...process.env, MALLOC_ARENA_MAX: '1' },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  writer.stderr?.on('data', (text) => {
    said = `${said}${text}`.slice(-2_000);
  });
  writer.send(job);
  return new Promise((resolve, reject) => {
    // The child sends this one message, of this shape.
    writer.once('message', (made) => resolve(made as MadeDocument));
    writer.once('error', reject);
    writer.once('exit', (code) => reject(new Error(`The document was not written (${code}): ${said}`)));
  });
}
