import { setImmediate as breath } from 'node:timers/promises';
import type { LogHead } from '../operations/ports/log-proofs.ts';
import type { LogEntry, RecordLog } from '../operations/ports.ts';
import { Frontier } from './internal/merkle.ts';
import { leafOf } from './sealed-entry.ts';

/**
 * How a log stands to a head that somebody kept. `fits`: it holds what it held then, and went on from there. `shorter`:
 * it was cut or rolled back. `different`: something before the head was edited, taken out, moved or dated anew.
 */
export type Standing = 'fits' | 'shorter' | 'different';

export interface CheckedHead {
  readonly head: Pick<LogHead, 'size' | 'root'>;
  readonly standing: Standing;
  /** The root over as many entries as the log holds now, up to the size of the head. */
  readonly root: string;
}

const entriesPerTurn = 500;

/** Makes the tree again from the entries, believing nothing that is stored beside them, and holds a head against it. */
export async function checkLog(
  log: RecordLog,
  head: Pick<LogHead, 'size' | 'root'>,
  onProgress: (done: number, all: number) => void = () => {},
): Promise<CheckedHead> {
  const frontier = new Frontier();
  while (frontier.size < head.size) {
    const entries = await log.since(frontier.size, Math.min(entriesPerTurn, head.size - frontier.size));
    for (const entry of entries) {
      if (entry.seq > head.size) break;
      if (entry.seq !== frontier.size + 1)
        return { head, standing: 'different', root: frontier.root().toString('hex') };
      frontier.add(leafOf(entry));
    }
    if (entries.length === 0) break;
    onProgress(frontier.size, head.size);
    await breath();
  }
  const root = frontier.root().toString('hex');
  if (frontier.size < head.size) return { head, standing: 'shorter', root };
  return { head, standing: root === head.root ? 'fits' : 'different', root };
}

/** The root of the tree over entries that follow each other, taken by themselves. */
export function rootOfEntries(entries: readonly LogEntry[]): string {
  const frontier = new Frontier();
  for (const entry of entries) frontier.add(leafOf(entry));
  return frontier.root().toString('hex');
}

/**
 * The root over a whole log of which only the roots of its parts are known: each of `unit` entries, a power of two, but
 * for the last, which may hold fewer.
 */
export function rootOfParts(
  parts: readonly { readonly from: number; readonly to: number; readonly root: string }[],
  unit: number,
): string {
  const frontier = new Frontier();
  const last = parts.at(-1);
  const rest = last !== undefined && last.to - last.from + 1 < unit ? last : undefined;
  for (const part of parts) if (part !== rest) frontier.add(Buffer.from(part.root, 'hex'));
  return frontier.root(rest === undefined ? undefined : Buffer.from(rest.root, 'hex')).toString('hex');
}
