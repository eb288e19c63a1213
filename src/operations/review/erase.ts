import { sha256 } from '../../kernel/canonical-json.ts';
import { Fault } from '../../kernel/fault.ts';
import {
  type ErasedEntry,
  type ErasureReason,
  erasureReasons,
  withoutField,
} from '../../lifecycle/erasure.ts';
import type { RecordState } from '../../lifecycle/state.ts';
import type { Actor } from '../../policy/actor.ts';
import { getRegister } from '../../registers/all-registers.ts';
import { personalFields } from '../../registers/personal-fields.ts';
import { follow } from '../follow.ts';
import type { House } from '../house.ts';
import type { BoardRecord } from '../ports/board.ts';
import type { LogEntry, NewEntry } from '../ports.ts';
import { type Act, type EventBase, subjectOf, takeStep } from './take-step.ts';

/** `earlier`: what the newest revision says, and the one in force, stays. */
export const erasureExtents = ['all', 'earlier'] as const;
export type ErasureExtent = (typeof erasureExtents)[number];

/** What to erase. */
export interface Erasure {
  /** A personal field of the register. */
  readonly field: string;
  readonly because: ErasureReason;
  readonly extent: ErasureExtent;
}

/**
 * Takes what a record says, and said, in a personal field out of the log for good, with what its source said and what
 * others remarked on the field. That it was done, when, by which post and why stays in the history.
 * @throws Fault `invalid` {place} for another field or reason, and where there is nothing to erase; as `takeStep`.
 */
export function erase(house: House, actor: Actor, act: Act & Erasure): Promise<BoardRecord> {
  return takeStep(house, actor, 'erase', act, async (subject, { reason: _, ...base }) => [
    await erasureEntry(house, subject, base, act),
  ]);
}

/** The same by whoever keeps the machine, of any record whatever its state. Gives the entries from which it was erased. */
export async function eraseByNode(
  house: House,
  { register, id, ...erasure }: Pick<Act, 'register' | 'id'> & Erasure,
): Promise<readonly ErasedEntry[]> {
  const subject = await subjectOf(house, { register, id });
  const base = { recordId: id, register, post: 'node', at: house.clock.now().toISOString() };
  const entry = await erasureEntry(house, subject, base, erasure);
  await house.log.append([entry], [{ recordId: id, seq: subject.seq }]);
  await follow(house);
  return entry.event.type === 'erased' ? entry.event.of : [];
}

async function erasureEntry(
  house: House,
  { register, recordId, state }: BoardRecord,
  base: EventBase,
  { field, because, extent }: Erasure,
): Promise<NewEntry & { readonly kind: 'event' }> {
  const personal = personalFields(getRegister(register));
  if (!personal.includes(field))
    throw new Fault('invalid', { place: 'field', got: field, right: personal.join(', ') });
  if (!erasureReasons.includes(because))
    throw new Fault('invalid', { place: 'because', got: because, right: erasureReasons.join(', ') });
  const of = erasedEntries(await house.log.history(recordId), field, extent === 'all' ? undefined : state);
  if (of.length === 0) throw new Fault('nothingToErase', { register, id: recordId, field });
  return { kind: 'event', event: { ...base, type: 'erased', field, because, of } };
}

/** Entries that say something in the field; of `spare` neither the newest revision nor the one in force. */
function erasedEntries(
  history: readonly LogEntry[],
  field: string,
  spare: RecordState | undefined,
): readonly ErasedEntry[] {
  const spared = [spare?.number, spare?.inForce];
  return history.flatMap(({ seq, ...stored }) => {
    const number = stored.kind === 'revision' ? stored.revision.number : undefined;
    if (number !== undefined && spared.includes(number)) return [];
    const less = withoutField(stored, field);
    if (less === undefined) return [];
    return [{ seq, ...(number === undefined ? {} : { number }), sha256: sha256(JSON.stringify(less)) }];
  });
}
