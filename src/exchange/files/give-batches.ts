import { once } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import { Fault } from '../../kernel/fault.ts';
import { findRegister } from '../../registers/all-registers.ts';
import type { Incoming, ReadItem } from '../incoming.ts';
import type { InputLimits } from '../limits.ts';
import { readFile } from '../read-file.ts';
import { openInputFile } from './open-input-file.ts';
import type { FromThread, SentItem } from './read-in-thread.ts';

/** Items sent together, and batches sent before the first is asked for: what waits stays within a few megabytes. */
const batchItems = 200;
const ahead = 4;

/** Reads a file and sends what it holds, batch by batch; each batch taken is answered by a message that asks for more. */
export async function giveBatches(
  port: MessagePort,
  { path, limits }: { readonly path: string; readonly limits: InputLimits },
): Promise<void> {
  const send = (message: FromThread) => port.postMessage(message);
  let waiting = 0;
  port.on('message', () => {
    waiting -= 1;
  });
  let bytes = 0;
  let batch: SentItem[] = [];
  const flush = async () => {
    if (batch.length === 0) return;
    send({ items: JSON.stringify(batch), bytes });
    batch = [];
    waiting += 1;
    while (waiting >= ahead) await once(port, 'message');
  };
  try {
    const onBytes = (taken: number) => {
      bytes = taken;
    };
    for await (const item of readFile(await openInputFile(path), { limits, mappings: [], onBytes })) {
      batch.push(sent(item));
      if (batch.length >= batchItems) await flush();
    }
    await flush();
    send({ end: true });
  } catch (error) {
    await flush();
    if (!(error instanceof Fault)) throw error;
    send({ fault: error.code, params: error.params });
  }
  port.close();
}

/** The source text goes along where it may be needed for the account of what was refused. */
function sent(item: ReadItem): SentItem {
  const { raw, ...rest } = item;
  if (!('unreadable' in item) && mayStand(item)) return rest;
  return { ...rest, rawText: raw() };
}

function mayStand({ register, values, findings }: Incoming): boolean {
  if (findings.some(({ severity }) => severity === 'error')) return false;
  const fields = findRegister(register)?.fields ?? {};
  return Object.entries(fields).every(([name, { needed }]) => !needed || values[name] !== undefined);
}
