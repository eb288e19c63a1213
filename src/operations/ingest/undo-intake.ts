import { Fault } from '../../kernel/fault.ts';
import type { RecordEvent } from '../../lifecycle/event.ts';
import { intakePost, type Revision } from '../../lifecycle/revision.ts';
import type { House } from '../house.ts';
import type { LogEntry, NewEntry } from '../ports.ts';

/** Entries of the log read at a time. */
const pageEntries = 2_000;

export interface UndoneIntake {
  readonly file: string;
  readonly undone: number;
  /** Records that were left as they are: something has happened to them since. */
  readonly left: readonly string[];
}

/**
 * Undoes what one intake has written: changed records say again what they said before, as new revisions; records that it
 * made are withdrawn. Nothing is deleted. Records to which anything has happened since are left alone.
 * @param seq number of the entry of the log that closes the account of the intake, as the import has told it.
 * @throws Fault `notFound` where no account stands there.
 */
export async function undoIntake(house: House, seq: number): Promise<UndoneIntake> {
  const [account] = await house.log.since(seq - 1, 1);
  if (account?.seq !== seq || account.kind !== 'intake')
    throw new Fault('notFound', { register: 'intake', id: String(seq) });
  const { at, file } = account.intake;
  const left: string[] = [];
  let undone = 0;
  for (const revision of await revisionsOf(house, at, file, seq)) {
    const entry = await undoing(house, revision, file);
    if (entry === undefined) {
      left.push(revision.recordId);
      continue;
    }
    await house.log.append([entry.entry], [{ recordId: revision.recordId, seq: entry.seen }]);
    undone += 1;
  }
  return { file, undone, left };
}

/** What the intake has written, oldest first: revisions of its file between its beginning and its account. */
async function revisionsOf(
  house: House,
  at: string,
  file: string,
  until: number,
): Promise<readonly Revision[]> {
  const found: Revision[] = [];
  let from = 0;
  for (;;) {
    const entries = await house.log.since(from, pageEntries);
    for (const entry of entries) {
      if (entry.seq >= until) return found;
      if (entry.kind !== 'revision') continue;
      const { revision } = entry;
      if (revision.post === intakePost && revision.origin.file === file && revision.at >= at)
        found.push(revision);
    }
    const last = entries.at(-1);
    if (last === undefined) return found;
    from = last.seq;
  }
}

/** The entry that takes a revision back; undefined where something has happened to its record since. */
async function undoing(
  house: House,
  { recordId, register, number, version }: Revision,
  file: string,
): Promise<{ readonly entry: NewEntry; readonly seen: number } | undefined> {
  const history = await house.log.history(recordId);
  const at = history.findIndex((entry) => entry.kind === 'revision' && entry.revision.number === number);
  if (history.slice(at + 1).some(isWord)) return undefined;
  const seen = history.at(-1)?.seq ?? 0;
  const now = house.clock.now().toISOString();
  const reason = `undo ${file}`;
  if (number === 1) {
    const event: RecordEvent = { type: 'withdrawn', recordId, register, post: intakePost, at: now, reason };
    return { entry: { kind: 'event', event }, seen };
  }
  const before = (await house.log.revisions([{ id: recordId, number: number - 1 }])).get(recordId);
  if (before === undefined) return undefined;
  const revision: Revision = {
    ...before,
    number: number + 1,
    version,
    post: intakePost,
    at: now,
    origin: { door: 'import', standing: 'thirdParty', file },
    reason,
  };
  return { entry: { kind: 'revision', revision, keys: [] }, seen };
}

/** Whether an entry says something of the record; that it may be the same as another is no word of anybody. */
function isWord(entry: LogEntry): boolean {
  return entry.kind === 'revision' || (entry.kind === 'event' && entry.event.type !== 'duplicateProposed');
}
