import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, zstdCompress, zstdDecompress } from 'node:zlib';
import { Fault } from '../../kernel/fault.ts';
import type { RecordId } from '../../kernel/ids.ts';
import type { KeptBeside, LogEntry, NewEntry, RecordLog, RevisionName } from '../../operations/ports.ts';
import { rootOfEntries } from '../../proofs/check-log.ts';

/** Entries in a full segment: a power of two, so that the tree over it is part of the tree over the log. */
export const segmentEntries = 4_096;

/** The most that a segment may unpack to: far above what 4,096 entries hold, far below what would stop a machine. */
const mostBytes = 2 ** 31 - 1;

/** Which entries a segment holds, and the root of the tree over them alone. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly root: string;
  /** Its name in the place. */
  readonly name: string;
}

const pack = promisify(zstdCompress);
const unpack = promisify(zstdDecompress);

export function packed(bytes: Uint8Array): Promise<Buffer> {
  return pack(bytes, { params: { [constants.ZSTD_c_checksumFlag]: 1 } });
}

/** @throws Fault `backupDamaged` {file}. */
export async function unpacked(bytes: Uint8Array, file: string): Promise<Buffer> {
  try {
    return await unpack(bytes, { maxOutputLength: mostBytes });
  } catch (error) {
    throw new Fault('backupDamaged', { file }, error);
  }
}

/** Reads entries `from` to `to` with all that is kept beside them. @throws Fault `logDamaged` {seq} where one is missing. */
export async function writeSegment(
  log: RecordLog,
  from: number,
  to: number,
): Promise<Segment & { readonly bytes: Buffer }> {
  const entries = await log.since(from - 1, to - from + 1);
  const missing = entries.findIndex(({ seq }, place) => seq !== from + place);
  if (missing !== -1 || entries.length !== to - from + 1)
    throw new Fault('logDamaged', { seq: from + (missing === -1 ? entries.length : missing) });
  const kept = await keptBeside(log, entries);
  const lines = entries.map((entry) => {
    const bytes = kept.get(entry.seq);
    return JSON.stringify(bytes === undefined ? { entry } : { entry, kept: bytes.toString('base64') });
  });
  const bytes = await packed(Buffer.from(lines.join('\n')));
  const root = rootOfEntries(entries);
  return { from, to, root, name: segmentName(from, to, root, hash('sha256', bytes)), bytes };
}

function segmentName(from: number, to: number, root: string, digest: string): string {
  return `log/${[from, to].map((seq) => String(seq).padStart(12, '0')).join('-')}.${root}.${digest}`;
}

/** What the name of a segment says; undefined for another name. */
export function segmentOf(name: string): (Segment & { readonly digest: string }) | undefined {
  const [, from, to, root, digest] =
    /^log\/(\d{12})-(\d{12})\.([0-9a-f]{64})\.([0-9a-f]{64})$/.exec(name) ?? [];
  if (root === undefined || digest === undefined) return undefined;
  return { from: Number(from), to: Number(to), root, name, digest };
}

/** The entries of a segment, each as it can be written again. @throws Fault `backupDamaged` {file}. */
export async function readSegment(name: string, bytes: Uint8Array): Promise<readonly NewEntry[]> {
  const segment = segmentOf(name);
  if (segment === undefined || hash('sha256', bytes) !== segment.digest)
    throw new Fault('backupDamaged', { file: name });
  const text = (await unpacked(bytes, name)).toString();
  // The digest just checked says that these are the lines that `writeSegment` has written.
  const lines = text.split('\n').map((line) => JSON.parse(line) as { entry: LogEntry; kept?: string });
  if (rootOfEntries(lines.map(({ entry }) => entry)) !== segment.root)
    throw new Fault('backupDamaged', { file: name });
  return lines.map(({ entry, kept }) => writable(entry, kept));
}

/** As it was, member for member, so that the restored log has the same digests; an entry without a salt stays so. */
function writable({ seq: _, ...entry }: LogEntry, bytes: string | undefined): NewEntry {
  const salt = entry.salt ?? '';
  if (entry.kind !== 'revision') return { ...entry, salt };
  const { kept } = entry;
  if (kept === undefined || bytes === undefined) {
    const { kept: __, ...rest } = entry;
    return { ...rest, salt };
  }
  return { ...entry, kept: { ...kept, bytes: Buffer.from(bytes, 'base64') }, salt };
}

/** By sequence number. The log gives one a record at once: entries of one record take turns. */
async function keptBeside(
  log: RecordLog,
  entries: readonly LogEntry[],
): Promise<ReadonlyMap<number, Buffer>> {
  const found = new Map<number, Buffer>();
  const turns: Map<RecordId, RevisionName & { readonly seq: number }>[] = [];
  for (const entry of entries) {
    if (entry.kind !== 'revision' || entry.kept === undefined) continue;
    const { recordId: id, number } = entry.revision;
    const turn = turns.find((one) => !one.has(id)) ?? newTurn(turns);
    turn.set(id, { id, number, seq: entry.seq });
  }
  for (const turn of turns) {
    const kept: ReadonlyMap<RecordId, KeptBeside> = await log.kept([...turn.values()]);
    for (const { id, number, seq } of turn.values()) {
      const beside = kept.get(id);
      if (beside?.number !== number) throw new Fault('logDamaged', { seq });
      found.set(seq, Buffer.from(beside.bytes));
    }
  }
  return found;
}

function newTurn<K, V>(turns: Map<K, V>[]): Map<K, V> {
  const turn = new Map<K, V>();
  turns.push(turn);
  return turn;
}
