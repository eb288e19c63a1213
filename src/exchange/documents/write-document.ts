import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
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

/** One after the other: a node has few cores and little memory, and a document takes seconds. */
let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** More than these nobody waits for: whoever asks next is told so at once. */
const mostWaiting = 12;

/**
 * A document in a format. PDF and DOCX are written in a thread of their own.
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
  const made = last.then(() => inThread({ document, format, madeAt }));
  last = made.catch(() => undefined);
  try {
    return await made;
  } finally {
    waiting -= 1;
  }
}

async function inThread(job: DocumentJob): Promise<Uint8Array<ArrayBuffer>> {
  const worker = new Worker(new URL('document-worker.ts', import.meta.url), { workerData: job });
  try {
    const [bytes] = (await once(worker, 'message')) as [Uint8Array];
    return new Uint8Array(bytes);
  } finally {
    await worker.terminate();
  }
}
