import { setImmediate as breath } from 'node:timers/promises';
import type { LogHead } from '../operations/ports/log-proofs.ts';
import type { RecordLog } from '../operations/ports.ts';
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
