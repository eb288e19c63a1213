import { setTimeout as sleep } from 'node:timers/promises';
import { type House, today } from '../house.ts';
import type { Tracking } from '../ports/tracking.ts';
import { type BoardLine, boardLine, keepLines, keptLines, mostLines } from './board-lines.ts';
import { countLines } from './count-lines.ts';

/** How long one slice keeps others waiting at most, in milliseconds; between two slices others have as long. */
const sliceMs = 8;

/** Whose time it takes: tests have a clock of their own. */
export interface Pace {
  /** Milliseconds since some moment. */
  now(): number;
  pause(): Promise<void>;
}

const inSlices: Pace = {
  now: () => performance.now(),
  pause: () => sleep(sliceMs, undefined, { ref: false }),
};

/**
 * Reckons the boards of today ahead, so that the first reader of an instrument of tens of thousands of measures waits no
 * longer than the next one. Cheap where they are reckoned; after a change only what it concerns is reckoned anew. What
 * changes meanwhile ends it: the next call goes on.
 * @returns how many lines were put down.
 */
export async function reckonAhead(house: House, pace: Pace = inSlices): Promise<number> {
  const { tracking } = house.board;
  const asOf = today(house);
  let lines = 0;
  let put = 0;
  for (const { recordId } of tracking.instruments()) {
    const known = keptLines(tracking, recordId, asOf);
    const made = known ?? (await linesInSlices(tracking, recordId, asOf, pace));
    if (made === undefined) return put;
    lines += made.length;
    // What is kept is bounded: more would push out what was just made.
    if (lines > mostLines) return put;
    if (known !== undefined) continue;
    keepLines(tracking, recordId, asOf, made);
    put += made.length;
  }
  return put;
}

/** The lines, counted in a slice of their own; undefined where anything has changed meanwhile. */
async function linesInSlices(
  tracking: Tracking,
  instrument: string,
  asOf: string,
  { now, pause }: Pace,
): Promise<readonly BoardLine[] | undefined> {
  const { version } = tracking;
  const lines: BoardLine[] = [];
  let begun = now();
  for (const measure of tracking.measuresOf(instrument)) {
    if (now() - begun >= sliceMs) {
      await pause();
      if (tracking.version !== version) return undefined;
      begun = now();
    }
    lines.push(boardLine(tracking, measure, asOf));
  }
  if (lines.length === 0) return lines;
  await pause();
  if (tracking.version !== version) return undefined;
  countLines(lines, { filters: {}, asOf });
  return lines;
}
