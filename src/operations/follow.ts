import type { RecordId } from '../kernel/ids.ts';
import { present } from '../policy/present.ts';
import { findRegister } from '../registers/all-registers.ts';
import { digestOf } from '../registers/digest.ts';
import type { House } from './house.ts';
import type { IndexChange, LogEntry } from './ports.ts';

const chunk = 500;

/** Past this many entries readers are served from the older state while the index catches up. */
const patience = 2_000;

const running = new WeakMap<House, Promise<number>>();

/**
 * Brings the index up to the end of the log and tells who listens which records changed. Cheap when there is no news;
 * calls that overlap share one run. `onProgress` hears sequence numbers: done, and the last one.
 */
export async function follow(
  house: House,
  onProgress?: (done: number, all: number) => void,
): Promise<number> {
  const under = running.get(house);
  if (under === undefined) return start(house, onProgress);
  // A run under way may have looked for the end of the log before the caller wrote: the next one has not.
  await under.catch(() => undefined);
  return running.get(house) ?? start(house, onProgress);
}

function start(house: House, onProgress?: (done: number, all: number) => void): Promise<number> {
  const run = catchUp(house, onProgress).finally(() => running.delete(house));
  running.set(house, run);
  return run;
}

/** For readers: waits for little news, and leaves much news (an import by another process) to run behind them. */
export async function followForReading(house: House): Promise<void> {
  const behind = (await house.log.head()) - house.index.position();
  if (behind <= 0) return;
  const run = follow(house);
  if (behind <= patience) await run;
  else run.catch(() => undefined);
}

async function catchUp(house: House, onProgress?: (done: number, all: number) => void): Promise<number> {
  const head = await house.log.head();
  while (house.index.position() < head) {
    const entries = await house.log.since(house.index.position(), chunk);
    const last = entries[entries.length - 1];
    if (last === undefined) break;
    const changes = changesIn(entries);
    house.index.apply([...changes.values()], last.seq);
    for (const listener of house.onChange) listener([...changes.keys()]);
    onProgress?.(last.seq, head);
    await nextTurn();
  }
  return house.index.position();
}

/** Lets waiting requests through between two chunks. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** Only the last word on each record counts. */
function changesIn(entries: readonly LogEntry[]): Map<RecordId, IndexChange> {
  const changes = new Map<RecordId, IndexChange>();
  for (const entry of entries) {
    if (entry.kind === 'revision') {
      const { revision } = entry;
      const register = findRegister(revision.register);
      if (register === undefined) continue;
      const record = present(register, revision, { standing: revision.origin.standing }, 'everybody');
      const digest = digestOf(register, record.values);
      changes.set(revision.recordId, {
        put: { recordId: revision.recordId, register: register.name, ...digest, changed: entry.seq },
      });
    } else if (entry.kind === 'event') {
      const { recordId, register, type } = entry.event;
      if (type === 'withdrawn') changes.set(recordId, { remove: { recordId, register } });
    }
  }
  return changes;
}
