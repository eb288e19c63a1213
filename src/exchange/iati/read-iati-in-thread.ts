import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Fault } from '../../kernel/fault.ts';
import type { Incoming } from '../incoming.ts';
import type { FromThread, ThreadTask } from './internal/thread-messages.ts';

/**
 * As `readIati`, but in a thread of its own, so that whoever takes the records can work on them meanwhile: with two
 * processors an import takes as long as the slower half. At most some messages of records wait, so memory stays small.
 * The thread ends with the generator, also when nobody wants the rest.
 */
export async function* readIatiInThread(
  task: ThreadTask,
  onBytes?: (taken: number) => void,
): AsyncGenerator<Incoming> {
  const thread = new Worker(new URL('./internal/iati-thread.ts', import.meta.url), { workerData: task });
  try {
    for await (const [said] of on(thread, 'message', { close: ['exit'] })) {
      // The thread posts nothing else.
      const message = said as FromThread;
      if (message.kind === 'fault') throw new Fault(message.code, message.params);
      if (message.kind === 'broken') throw message.error;
      onBytes?.(message.taken);
      if (message.kind === 'end') return;
      for (const { source, ...item } of message.items) yield { ...item, raw: () => source };
      thread.postMessage('done');
    }
    throw new Error('the reading thread ended before its file');
  } finally {
    await thread.terminate();
  }
}
