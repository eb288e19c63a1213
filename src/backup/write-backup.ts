import { hash } from 'node:crypto';
import type { Clock } from '../kernel/clock.ts';
import { Fault } from '../kernel/fault.ts';
import type { RecordLog } from '../operations/ports.ts';
import { rootOfParts } from '../proofs/check-log.ts';
import { filesIn } from './internal/data-files.ts';
import { packed, type Segment, segmentEntries, segmentOf, writeSegment } from './internal/segments.ts';
import { type Manifest, putManifest } from './manifest.ts';
import type { BackupPlace } from './place.ts';
import { prune } from './prune.ts';
import type { SharedParts } from './shared-parts.ts';
import { dropStale, staleSegments } from './stale-segments.ts';

export interface BackupOptions {
  readonly log: RecordLog;
  readonly dataDir: string;
  /** What the node shares with others, where it does. */
  readonly shared?: SharedParts | undefined;
  readonly clock: Clock;
  /** Backups older than this are removed, and what only they hold; the new one stays. */
  readonly keepDays: number;
  /** Entries of the log that are safe, of how many. */
  onProgress(done: number, all: number): void;
}

export interface BackupDone {
  readonly manifest: Manifest;
  readonly name: string;
  /** Segments and pieces of files that had to be sent; the others were there. */
  readonly sent: number;
  readonly sentBytes: number;
  /** Backups that have expired, or held what was erased since. */
  readonly removed: number;
}

/**
 * Writes the node as it is now: the log up to its head, then what lies beside it, so that nothing in the log speaks of an
 * account that is not there. The node may run meanwhile. Stopped, it goes on where it was when it is called again.
 * @throws Fault `otherLog` where the place holds another log; `logDamaged`, `backupRefused`, `diskFull`, `noRight`.
 */
export async function writeBackup(place: BackupPlace, options: BackupOptions): Promise<BackupDone> {
  const { log, dataDir, shared, clock, keepDays, onProgress } = options;
  const size = await log.head();
  const sent = { count: 0, bytes: 0 };
  const send = async (name: string, bytes: Uint8Array) => {
    await place.put(name, bytes);
    sent.count += 1;
    sent.bytes += bytes.length;
  };
  const there = await segmentsThere(place, log, size);
  const stale = await staleSegments(place, log);
  const segments: Segment[] = [];
  for (let from = 1; from <= size; from += segmentEntries) {
    const known = there.find((one) => one.from === from && !stale.has(one.name));
    if (known !== undefined) {
      segments.push(known);
      continue;
    }
    const { bytes, ...segment } = await writeSegment(log, from, Math.min(size, from + segmentEntries - 1));
    await send(segment.name, bytes);
    segments.push(segment);
    onProgress(segment.to, size);
  }
  const filesThere = new Set((await place.list('files/')).map(({ name }) => name));
  const files: Manifest['files'] = [];
  for await (const { path, mode, pieces } of filesIn(dataDir, shared)) {
    const file = { path, mode, bytes: 0, pieces: [] as string[] };
    for await (const piece of pieces()) {
      const small = await packed(piece);
      const digest = hash('sha256', small);
      if (!filesThere.has(`files/${digest}`)) await send(`files/${digest}`, small);
      filesThere.add(`files/${digest}`);
      file.bytes += piece.length;
      file.pieces.push(digest);
    }
    files.push(file);
  }
  const manifest: Manifest = {
    form: 2,
    at: clock.now().toISOString(),
    size,
    root: rootOfParts(segments, segmentEntries),
    segments: segments.map(({ name }) => name),
    files,
  };
  const name = await putManifest(place, manifest);
  const gone = await dropStale(place, stale);
  const removed = gone + (await prune(place, { now: clock.now(), keepDays }));
  return { manifest, name, sent: sent.count, sentBytes: sent.bytes, removed };
}

/** Full segments that an earlier run has left, in order. The last one is held against the log. */
async function segmentsThere(place: BackupPlace, log: RecordLog, size: number): Promise<readonly Segment[]> {
  const full = (await place.list('log/'))
    .flatMap(({ name }) => segmentOf(name) ?? [])
    .filter(({ from, to }) => from % segmentEntries === 1 && to === from + segmentEntries - 1);
  const last = full.at(-1);
  if (last === undefined) return [];
  const ours = last.to <= size ? await writeSegment(log, last.from, last.to) : undefined;
  if (ours?.root !== last.root) {
    throw new Fault('otherLog', { got: last.root.slice(0, 16), right: (ours?.root ?? '–').slice(0, 16) });
  }
  return full;
}
