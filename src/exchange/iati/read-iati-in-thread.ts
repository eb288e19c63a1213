import { on } from 'node:events';
import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Fault } from '../../kernel/fault.ts';
import type { Incoming } from '../incoming.ts';
import type { FromThread, ThreadTask } from './internal/thread-messages.ts';

/**
 * Memory of the thread, in megabytes. Records pass by and are gone: little room for new things is enough, and V8 would
 * take far more if it were let. The other limit is several times what the largest record needs.
 */
const memoryLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 256 };

/**
 * As `readIati`, but in a thread of its own, so that whoever takes the records can work on them meanwhile: with two
 * processors an import takes as long as the slower half. At most some messages of records wait, so memory stays small.
 * The thread ends with the generator, also when nobody wants the rest.
 */
export async function* readIatiInThread(
  task: ThreadTask,
  onBytes?: (taken: number) => void,
): AsyncGenerator<Incoming> {
  const thread = new Worker(new URL('./internal/iati-thread.ts', import.meta.url), {
    workerData: task,
    env: threadEnvironment(),
    resourceLimits: memoryLimits,
  });
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

/** A thread does not take over the cache of compiled code (a third of a second here) that its process has switched on: it is told. */
function threadEnvironment(): NodeJS.ProcessEnv {
  const folder = getCompileCacheDir();
  // The folder in use is one for this version of Node, inside the one to be named.
  return folder === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: dirname(folder) };
}
