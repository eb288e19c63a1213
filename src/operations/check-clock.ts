import type { Clock } from '../kernel/clock.ts';
import { Fault } from '../kernel/fault.ts';
import type { LogEntry, RecordLog } from './ports.ts';

/** How far ahead of this machine's clock the last entry may be dated: clocks of several nodes never agree quite. */
const toleranceMs = 10 * 60_000;

/**
 * Refuses to go on where the clock has gone back: new entries would be dated before older ones, and links and sessions that
 * have expired would be good again.
 * @throws Fault `clockBack` {got, right}.
 */
export async function checkClock(log: RecordLog, clock: Clock): Promise<void> {
  const [last] = await log.since((await log.head()) - 1, 1);
  if (last === undefined) return;
  const [now, at] = [clock.now(), instantOf(last)];
  if (Date.parse(at) - now.getTime() > toleranceMs)
    throw new Fault('clockBack', { got: now.toISOString(), right: at });
}

function instantOf(entry: LogEntry): string {
  switch (entry.kind) {
    case 'revision':
      return entry.revision.at;
    case 'intake':
      return entry.intake.at;
    default:
      return entry.event.at;
  }
}
