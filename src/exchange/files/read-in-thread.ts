import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Fault, type FaultCode, type FaultParams } from '../../kernel/fault.ts';
import type { Incoming, ReadItem, Unreadable } from '../incoming.ts';
import type { InputLimits } from '../limits.ts';

/** An item on its way between threads: its source text is made only where it may be needed. */
export type SentItem = (Omit<Incoming, 'raw'> | Omit<Unreadable, 'raw'>) & { readonly rawText?: string };

export type FromThread =
  | { readonly items: string; readonly bytes: number }
  | { readonly fault: FaultCode; readonly params: FaultParams }
  | { readonly end: true };

/**
 * Reads a file in a thread of its own, so that the rows in hand are checked and written while the next are read.
 * Batches travel as JSON text, which is quicker than copying objects between threads.
 * @throws Fault as the reader does.
 */
export async function* readInThread(
  path: string,
  limits: InputLimits,
  onBytes?: (taken: number) => void,
): AsyncGenerator<ReadItem> {
  const worker = new Worker(new URL('./reading-thread.ts', import.meta.url), {
    workerData: { path, limits },
  });
  try {
    for await (const [message] of on(worker, 'message', { close: ['exit'] })) {
      // Only the thread beside speaks on this line, in this form.
      const told = message as FromThread;
      if ('fault' in told) throw new Fault(told.fault, told.params);
      if ('end' in told) return;
      onBytes?.(told.bytes);
      // The text was made of such items a moment ago.
      for (const item of JSON.parse(told.items) as SentItem[]) yield received(item);
      worker.postMessage('more');
    }
  } finally {
    await worker.terminate();
  }
}

function received({ rawText, ...item }: SentItem): ReadItem {
  const raw = () => rawText ?? JSON.stringify('unreadable' in item ? item.place : item.values);
  return { ...item, raw };
}
