import type { RecordId } from '../../kernel/ids.ts';
import { keyText, type RecordKey, type Revision } from '../../lifecycle/revision.ts';
import type { LogEntry, NewEntry, RecordLog } from '../ports.ts';

/**
 * A log that answers as if everything given to it had been written, and writes nothing: what an intake would do can be
 * seen by doing it here. It keeps in memory what it was given.
 */
export function dryLog(log: RecordLog): RecordLog {
  const revisions = new Map<RecordId, Revision[]>();
  const keys = new Map<string, RecordId>();
  let written = 0;
  const remember = (entry: NewEntry): void => {
    if (entry.kind === 'revision') {
      const { recordId } = entry.revision;
      revisions.set(recordId, [...(revisions.get(recordId) ?? []), entry.revision]);
    }
    const id =
      entry.kind === 'revision'
        ? entry.revision.recordId
        : entry.kind === 'event'
          ? entry.event.recordId
          : '';
    for (const key of ('keys' in entry ? entry.keys : undefined) ?? []) keys.set(keyText(key), id);
  };
  return {
    append: async (entries) => {
      const from = await log.head();
      for (const entry of entries) remember(entry);
      written += entries.length;
      return entries.map(
        (entry, i): LogEntry => ({ seq: from + written - entries.length + i + 1, ...entry }),
      );
    },
    head: () => log.head(),
    since: (seq, limit) => log.since(seq, limit),
    latest: async (ids) => {
      const found = new Map(await log.latest(ids));
      for (const id of ids) {
        const newest = revisions.get(id)?.at(-1);
        if (newest !== undefined) found.set(id, newest);
      }
      return found;
    },
    revisions: async (wanted) => {
      const found = new Map(await log.revisions(wanted));
      for (const { id, number } of wanted) {
        const own = revisions.get(id)?.find((revision) => revision.number === number);
        if (own !== undefined) found.set(id, own);
      }
      return found;
    },
    kept: (wanted) => log.kept(wanted),
    history: (id) => log.history(id),
    findByKeys: async (asked: readonly RecordKey[]) => {
      const found = new Map(await log.findByKeys(asked));
      for (const key of asked) {
        const id = keys.get(keyText(key));
        if (id !== undefined) found.set(keyText(key), id);
      }
      return found;
    },
    erased: () => log.erased(),
    intakes: (limit, sha256) => log.intakes(limit, sha256),
    verify: (onProgress) => log.verify(onProgress),
    close: async () => {},
  };
}
