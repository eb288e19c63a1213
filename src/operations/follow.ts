import type { House } from './house.ts';
import { indexChanges } from './internal/index-changes.ts';
import { unfold } from './internal/unfold.ts';
import type { LogEntry } from './ports.ts';

const chunk = 500;

/** Past this many entries readers are served from the older state while the index catches up. */
const patience = 2_000;

/** From this many entries on, where they are more than what is known, the board is made anew rather than led on. */
const much = 10_000;

const running = new WeakMap<House, Promise<number>>();

/**
 * Brings the projections up to the end of the log and tells who listens which records changed. Cheap when there is no news;
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
  const behind = (await house.log.head()) - position(house);
  if (behind <= 0) return;
  const run = follow(house);
  if (behind <= patience) await run;
  else run.catch(() => undefined);
}

/** Waits until the projections have come to an entry, at most so long; whether they have. */
export async function followTo(house: House, seq: number, patienceMs: number): Promise<boolean> {
  const late = new Promise<void>((resolve) => {
    setTimeout(resolve, patienceMs).unref();
  });
  // What goes wrong is told to whoever asks for a page next.
  if (position(house) < seq) await Promise.race([follow(house).catch(() => undefined), late]);
  return position(house) >= seq;
}

async function catchUp(house: House, onProgress?: (done: number, all: number) => void): Promise<number> {
  const head = await house.log.head();
  const known = house.board.position();
  if (head - known < Math.max(much, known)) return catchUpTo(house, head, onProgress);
  house.board.expectMuch(true);
  try {
    return await catchUpTo(house, head, onProgress);
  } finally {
    house.board.expectMuch(false);
  }
}

async function catchUpTo(
  house: House,
  head: number,
  onProgress?: (done: number, all: number) => void,
): Promise<number> {
  let reading = read(house, position(house), head);
  for (let entries = await reading; entries.length > 0; entries = await reading) {
    const seq = entries[entries.length - 1]?.seq ?? head;
    // A database looks the next ones up meanwhile.
    reading = read(house, seq, head);
    await takeIn(house, entries, seq);
    onProgress?.(seq, head);
    await nextTurn();
  }
  return position(house);
}

/** The next entries; none where everything is known. What fails is told to who waits for them, if anybody does. */
function read({ log }: House, from: number, head: number): Promise<readonly LogEntry[]> {
  const reading = from < head ? log.since(from, chunk) : Promise.resolve([]);
  reading.catch(() => undefined);
  return reading;
}

/** How far both projections have come: either may have been thrown away and follow behind the other. */
function position({ index, board }: House): number {
  return Math.min(index.position(), board.position());
}

async function takeIn(house: House, entries: readonly LogEntry[], seq: number): Promise<void> {
  const { index, board } = house;
  const unfolded = unfold(board, entries);
  if (seq > board.position()) board.apply(unfolded.changes, seq);
  if (seq <= index.position()) return;
  const changes = await indexChanges(house, unfolded);
  index.apply(changes, seq);
  const ids = [...unfolded.touched.keys()];
  const { posts, reservations } = unfolded.changes;
  const all = posts.length > 0 || reservations !== undefined;
  for (const listener of house.onChange) listener(ids, all);
}

/** Lets waiting requests through between two chunks. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
