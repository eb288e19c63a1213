// The thread in which a large file is read: takes `workerData`, gives batches as text, and waits when it is far ahead.
import module from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

// Modules compiled by the main thread are taken from its cache; hence the import at run time.
module.enableCompileCache();
const { giveBatches } = await import('./give-batches.ts');

if (parentPort !== null) await giveBatches(parentPort, workerData);
