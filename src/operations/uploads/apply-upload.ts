import { Fault } from '../../kernel/fault.ts';
import type { RecordId } from '../../kernel/ids.ts';
import type { Actor } from '../../policy/actor.ts';
import { follow } from '../follow.ts';
import type { Office } from '../house.ts';
import type { Upload, UploadedRecord } from '../ports/uploads.ts';
import { Refused } from '../refused.ts';
import { release } from '../review/release.ts';
import { revise } from '../revise.ts';
import type { JudgedRow } from './judge-row.ts';
import { judgeRows } from './judge-rows.ts';
import { type RowVerdict, stageOf } from './row-verdict.ts';
import { getUpload, itemsOf, untilFrom } from './take-upload.ts';

/** Uploads that are being written now, by id, with how far each has come. */
const running = new Map<string, { done: number }>();

/** How many rows of an upload have been gone through; undefined where it is not being written here. */
export function writingProgress(id: string): number | undefined {
  return running.get(id)?.done;
}

/**
 * Writes what an upload says: each record with its entries as one revision, through the verbs that forms use; drafts of a
 * party, observations of a third party. With `releases` what the post has written is released in the same act, where it
 * may. A row that does not go through is told, and the next is taken. Broken off half-way it can be called again: what
 * was written is not written twice. A file of which in the end no row went through is refused, not written.
 * @throws Fault `uploadGone`, `uploadOpen` when it was written or is being written.
 */
export async function applyUpload(
  office: Office,
  actor: Actor,
  id: string,
  { releases }: { readonly releases: boolean },
): Promise<Upload> {
  const upload = await getUpload(office, actor, id);
  if (running.has(id) || !['waiting', 'writing'].includes(upload.stage)) throw new Fault('uploadOpen', {});
  const bytes = await office.uploads.bytes(id);
  if (bytes === undefined) throw new Fault('uploadGone', {});
  const progress = { done: 0 };
  running.set(id, progress);
  try {
    // Kept from now on as long as what is written: its time must not be over half-way.
    const until = untilFrom(office.clock.now().toISOString());
    const begun: Upload = { ...upload, stage: 'writing', until, release: releases };
    await office.uploads.update(begun);
    const written = new Map((await office.uploads.records(id)).map((one) => [one.recordId, one]));
    const rows: RowVerdict[] = [];
    await follow(office);
    const sender = { actor, as: upload.as, upload: id };
    const sent = { name: upload.file, bytes, language: upload.language };
    for await (const judged of judgeRows(office, sender, itemsOf(office, sent))) {
      rows.push(await writeRow(office, actor, begun, judged, written));
      progress.done = rows.length;
    }
    const now = office.clock.now().toISOString();
    const left = stageOf(rows);
    const stage = left === 'waiting' ? 'written' : left;
    const done: Upload = { ...begun, stage, until: untilFrom(now), rows: JSON.stringify(rows) };
    await office.uploads.update(done);
    return done;
  } finally {
    running.delete(id);
  }
}

async function writeRow(
  office: Office,
  actor: Actor,
  upload: Upload,
  { verdict, write }: JudgedRow,
  written: ReadonlyMap<RecordId, UploadedRecord>,
): Promise<RowVerdict> {
  const before = written.get(verdict.recordId ?? '');
  if (write === undefined) {
    // Written before the program broke off: then the row says nothing new any more.
    const own = before !== undefined && verdict.outcome !== 'conflict';
    return own ? { ...verdict, outcome: before.before === 0 ? 'created' : 'updated' } : verdict;
  }
  const { register, id, basedOn } = write;
  await office.uploads.noteRecord(upload.id, { register, recordId: id, before: basedOn });
  try {
    const writer = { actor, as: upload.as, door: 'upload' } as const;
    const { shown, changed } = await revise(office, { ...write, writer });
    const done = { ...verdict, revision: changed ? basedOn + 1 : basedOn };
    if (!upload.release || upload.as === 'thirdParty') return done;
    return await released(office, actor, done, { register, id, seen: shown.seq });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { ...because(verdict, error), outcome: error.meaning === 'conflict' ? 'conflict' : 'refused' };
  }
}

/** What was kept stays kept where it cannot be released: then the row says why. */
async function released(
  office: Office,
  actor: Actor,
  verdict: RowVerdict,
  act: { readonly register: string; readonly id: RecordId; readonly seen: number },
): Promise<RowVerdict> {
  try {
    await release(office, actor, act);
    return verdict;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return because(verdict, error);
  }
}

/** The verdict with why it went no further: what was found in the record says it all, anything else is told as it is. */
function because(verdict: RowVerdict, fault: Fault): RowVerdict {
  if (fault instanceof Refused) return { ...verdict, findings: [...verdict.findings, ...fault.findings] };
  const { code, params } = fault;
  return { ...verdict, fault: { code, params } };
}
