import { fork } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fault } from '../../kernel/fault.ts';
import type { Document } from './document.ts';
import type { DocumentFormat } from './document-formats.ts';
import { shownDocument } from './internal/shown-document.ts';
import { writeHtml } from './write-html.ts';
import { type PdfData, pdfData } from './write-pdf.ts';

/** What is written in a process of its own; `madeAt`: instant, ISO 8601. */
export type DocumentJob =
  | { readonly format: 'pdf'; readonly data: PdfData; readonly madeAt: string }
  | { readonly format: 'docx'; readonly document: Document; readonly madeAt: string };

/** The job of writing a document in a format. */
export function jobOf(
  document: Document,
  format: Exclude<DocumentFormat, 'html'>,
  madeAt: string,
): DocumentJob {
  return format === 'pdf' ? { format, data: pdfData(document), madeAt } : { format, document, madeAt };
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
 * A document in a format, without the characters by which a text from outside would turn the order of reading. PDF and
 * DOCX are written in a process of their own.
 * @throws Fault `tooManyDocuments` {limit} when too many wait already.
 */
export async function writeDocument(
  given: Document,
  format: DocumentFormat,
  madeAt: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const document = shownDocument(given);
  if (format === 'html') return new TextEncoder().encode(writeHtml(document));
  if (waiting >= mostWaiting) throw new Fault('tooManyDocuments', { limit: mostWaiting });
  waiting += 1;
  const made = last.then(() => inProcess(jobOf(document, format, madeAt)));
  last = made.catch(() => undefined);
  try {
    return new Uint8Array((await made).bytes);
  } finally {
    waiting -= 1;
  }
}

/** What was freed goes back to the system; what Node keeps of modules saves it some 20 MB of reading them again. */
const frugal = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_TRIM_THRESHOLD_: '100000',
  MALLOC_MMAP_THRESHOLD_: '1000000',
  NODE_COMPILE_CACHE: getCompileCacheDir() ?? join(tmpdir(), 'node-compile-cache'),
} as const;

/**
 * In megabytes. Less memory for some more time: the heap is swept earlier; what sets a PDF lies outside of it. A Word file
 * stands in it whole, as objects: beyond 8,000 lines (50 measures, 2,000 reports) it may take sixty kilobytes for each more,
 * so that a long one takes more memory instead of failing.
 */
function heapOf(job: DocumentJob): readonly string[] {
  if (job.format === 'pdf') return ['--max-old-space-size=100', '--max-semi-space-size=1'];
  const beyond = Math.max(0, linesOf(job.document) - 8_000);
  const megabytes = 280 + Math.ceil(beyond * 0.06);
  return [`--max-old-space-size=${megabytes}`, '--max-semi-space-size=1', '--optimize-for-size'];
}

/** Lines, items of lists, cells of tables and notes. */
function linesOf({ blocks, notes }: Document): number {
  return blocks.reduce((sum, block) => {
    if (block.kind === 'list') return sum + block.items.length;
    return sum + (block.kind === 'table' ? block.rows.length * block.head.length : 1);
  }, notes.length);
}

/** Writes a document in a process of its own. */
export async function inProcess(job: DocumentJob): Promise<MadeDocument> {
  const writer = fork(new URL('document-process.ts', import.meta.url), {
    serialization: 'advanced',
    execArgv: [...heapOf(job)],
    env: { ...process.env, ...frugal },
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
    // Not 'exit': that may come before the message has been read.
    writer.once('close', (code) => reject(new Error(`The document was not written (${code}): ${said}`)));
  });
}
