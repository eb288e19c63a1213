import { Fault } from '../../kernel/fault.ts';
import type { RecordEvent } from '../../lifecycle/event.ts';
import type { Actor } from '../../policy/actor.ts';
import { type Deed, mayTakeBack } from '../../policy/may-take-back.ts';
import { follow } from '../follow.ts';
import type { Office } from '../house.ts';
import type { Upload, UploadedRecord } from '../ports/uploads.ts';
import type { LogEntry } from '../ports.ts';
import { release } from '../review/release.ts';
import { withdraw } from '../review/withdraw.ts';
import { revise } from '../revise.ts';
import type { RowVerdict } from './row-verdict.ts';
import { getUpload, rowsOf } from './take-upload.ts';

/** What became of the records of an upload that was undone. */
export interface Undone {
  readonly upload: Upload;
  readonly undone: number;
  /** Records that were left as they are: others have done something with them since. */
  readonly left: readonly UploadedRecord[];
}

/**
 * Undoes an upload as a whole: what it changed says again what it said before, as a new revision; what it made is
 * withdrawn. Nothing is deleted. Records with which anybody else has done something since are left alone and named.
 * `reason` is printed on the records.
 * @throws Fault `uploadGone`, `uploadOpen` when nothing was written.
 */
export async function undoUpload(office: Office, actor: Actor, id: string, reason: string): Promise<Undone> {
  const upload = await getUpload(office, actor, id);
  if (upload.stage !== 'written') throw new Fault('uploadOpen', {});
  const left: UploadedRecord[] = [];
  let undone = 0;
  for (const record of await office.uploads.records(id)) {
    const done = await undoRecord(office, actor, upload, record, reason);
    if (done === 'left') left.push(record);
    if (done === 'undone') undone += 1;
  }
  const kept = new Set(left.map(({ recordId }) => recordId));
  const rows = rowsOf(upload).map((row): RowVerdict => leftAlone(row, kept));
  const over: Upload = { ...upload, stage: 'undone', rows: JSON.stringify(rows) };
  await office.uploads.update(over);
  return { upload: over, undone, left };
}

/** Of the rows that were written, only those that could not be undone still count. */
function leftAlone(row: RowVerdict, kept: ReadonlySet<string>): RowVerdict {
  const written = row.outcome === 'created' || row.outcome === 'updated';
  if (!written || kept.has(row.recordId ?? '')) return row;
  const { revision: _undone, ...rest } = row;
  return { ...rest, outcome: 'unchanged', changes: [] };
}

async function undoRecord(
  office: Office,
  actor: Actor,
  { as, release: wasReleased }: Upload,
  { register, recordId, before }: UploadedRecord,
  reason: string,
): Promise<'undone' | 'left' | 'nothing'> {
  const history = await office.log.history(recordId);
  const number = before + 1;
  // Noted before it was written, and then refused: there is nothing to undo.
  if (!history.some((entry) => entry.kind === 'revision' && entry.revision.number === number))
    return 'nothing';
  if (!mayTakeBack(actor, number, history.flatMap(deedOf))) return 'left';
  try {
    if (before === 0) return await takeBack(office, actor, { register, id: recordId, history, reason });
    const [earlier] = (await office.log.revisions([{ id: recordId, number: before }])).values();
    if (earlier === undefined) return 'left';
    const writer = { actor, as, door: 'upload' } as const;
    const edit = { register, id: recordId, values: earlier.values, basedOn: number, writer, reason };
    const { shown } = await revise(office, edit);
    if (wasReleased && as === 'party')
      await release(office, actor, { register, id: recordId, seen: shown.seq });
    return 'undone';
  } catch (error) {
    if (error instanceof Fault) return 'left';
    throw error;
  }
}

/** A record that the upload made: withdrawn by the step of that name where it was released, else by its own writer. */
async function takeBack(
  office: Office,
  actor: Actor,
  made: {
    readonly register: string;
    readonly id: string;
    readonly history: readonly LogEntry[];
    readonly reason: string;
  },
): Promise<'undone'> {
  const { register, id, history, reason } = made;
  await follow(office);
  const seen = history.at(-1)?.seq ?? 0;
  const state = office.board.records([id]).get(id)?.state;
  if (state?.owner !== undefined && state.inForce !== undefined) {
    await withdraw(office, actor, { register, id, seen, reason });
    return 'undone';
  }
  const event: RecordEvent = {
    type: 'withdrawn',
    recordId: id,
    register,
    post: actor.post.id,
    holder: actor.account,
    at: office.clock.now().toISOString(),
    reason,
  };
  await office.log.append([{ kind: 'event', event }], [{ recordId: id, seq: seen }]);
  await follow(office);
  return 'undone';
}

function deedOf(entry: LogEntry): Deed[] {
  if (entry.kind === 'revision') return [{ post: entry.revision.post, revision: entry.revision.number }];
  return entry.kind === 'event' ? [{ post: entry.event.post }] : [];
}
