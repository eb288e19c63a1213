import { once } from 'node:events';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { Fault } from '../../../kernel/fault.ts';
import { gunzipped } from '../../files/gunzipped.ts';
import { openInputFile } from '../../files/open-input-file.ts';
import { readIati } from '../read-iati.ts';
import type { FromThread, PostedItem, ThreadTask } from './thread-messages.ts';

/** Bytes of the file, and items, that go into one message at most. */
const bytesTogether = 128 * 1024;
const itemsTogether = 100;
/** Messages that may be under way: enough that neither side waits for the other, few enough that memory stays small. */
const mostUnderWay = 4;

/** What runs in the thread that `readIatiInThread` starts: reads the file and posts what it finds, some items at a time. */
async function run({ path, packed, limits }: ThreadTask, port: MessagePort): Promise<void> {
  const post = (message: FromThread): void => port.postMessage(message);
  let underWay = 0;
  port.on('message', () => {
    underWay -= 1;
  });
  let taken = 0;
  let sent = 0;
  let items: PostedItem[] = [];
  const send = async (): Promise<void> => {
    post({ kind: 'items', items, taken });
    items = [];
    sent = taken;
    underWay += 1;
    while (underWay >= mostUnderWay) await once(port, 'message');
  };
  try {
    const file = await openInputFile(path);
    const onBytes = (bytes: number): void => {
      taken = bytes;
    };
    for await (const item of readIati(packed ? gunzipped(file, limits) : file, limits, onBytes)) {
      const { raw, ...rest } = item;
      items.push({ ...rest, source: raw() });
      if (items.length >= itemsTogether || taken - sent >= bytesTogether) await send();
    }
    await send();
    post({ kind: 'end', taken });
  } catch (error) {
    if (items.length > 0) await send();
    post(
      error instanceof Fault
        ? { kind: 'fault', code: error.code, params: error.params }
        : { kind: 'broken', error },
    );
  }
}

// The thread is started by `readIatiInThread` alone, which gives it a task of this shape.
if (parentPort !== null) await run(workerData as ThreadTask, parentPort);
