import { Fault } from '../kernel/fault.ts';
import type { RecordId } from '../kernel/ids.ts';
import type { RecordEvent } from '../lifecycle/event.ts';
import { follow } from './follow.ts';
import type { House } from './house.ts';
import type { NewEntry } from './ports.ts';
import { show } from './show.ts';

/** Two records that may be the same, waiting for a person. */
export interface PossibleDuplicate {
  readonly register: string;
  readonly id: RecordId;
  readonly other: RecordId;
  readonly because: readonly string[];
}

const chunk = 2_000;

/** All pairs still undecided, oldest first. Reads the whole log: for a person's list, not for a page that many see. */
export async function possibleDuplicates(house: House): Promise<readonly PossibleDuplicate[]> {
  const open = new Map<string, PossibleDuplicate>();
  for (let seq = 0; ; ) {
    const entries = await house.log.since(seq, chunk);
    const last = entries[entries.length - 1];
    if (last === undefined) return [...open.values()];
    seq = last.seq;
    for (const entry of entries) {
      if (entry.kind !== 'event') continue;
      const { event } = entry;
      if (event.type === 'duplicateProposed') {
        const { register, recordId: id, other, because } = event;
        open.set(pair(id, other), { register, id, other, because });
      } else if (event.type === 'duplicateDecided') open.delete(pair(event.recordId, event.other));
      else if (event.type === 'withdrawn') {
        for (const [key, { id, other }] of open)
          if (id === event.recordId || other === event.recordId) open.delete(key);
      }
    }
  }
}

function pair(a: RecordId, b: RecordId): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/**
 * A person's decision on a pair, kept for ever. When they are the same, `id` is withdrawn in favour of `other`, and the
 * keys under which its source knows it lead to `other` from now on.
 * @throws Fault `notFound` when the pair was not proposed or is decided already.
 */
export async function decideDuplicate(
  house: House,
  decision: {
    readonly id: RecordId;
    readonly other: RecordId;
    readonly same: boolean;
    readonly post: string;
    readonly reason?: string;
  },
): Promise<void> {
  const { id, other, same, post, reason } = decision;
  const open = (await possibleDuplicates(house)).find((one) => pair(one.id, one.other) === pair(id, other));
  if (open === undefined) throw new Fault('notFound', { register: 'duplicate', id: `${id} ${other}` });
  const { register } = open;
  const base = {
    register,
    post,
    at: house.clock.now().toISOString(),
    ...(reason === undefined ? {} : { reason }),
  };
  const event = (given: RecordEvent): NewEntry => ({ kind: 'event', event: given });
  const entries: NewEntry[] = [event({ ...base, type: 'duplicateDecided', recordId: id, other, same })];
  if (same) {
    await show(house, register, other);
    const keys = (await house.log.history(id)).flatMap((entry) =>
      entry.kind === 'revision' ? entry.keys : [],
    );
    entries.push(event({ ...base, type: 'withdrawn', recordId: id, into: other }));
    entries.push({ kind: 'event', event: { ...base, type: 'merged', recordId: other, because: [id] }, keys });
  }
  await house.log.append(entries);
  await follow(house);
}
