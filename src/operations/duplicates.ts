import { Fault } from '../kernel/fault.ts';
import type { RecordId } from '../kernel/ids.ts';
import type { RecordEvent } from '../lifecycle/event.ts';
import { keyText, mergedKey, type RecordKey } from '../lifecycle/revision.ts';
import { follow } from './follow.ts';
import type { House } from './house.ts';
import type { NewEntry } from './ports.ts';

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
  return [...(await readPairs(house)).open.values()];
}

interface Pairs {
  readonly open: ReadonlyMap<string, PossibleDuplicate>;
  readonly decided: ReadonlySet<string>;
}

async function readPairs(house: House): Promise<Pairs> {
  const open = new Map<string, PossibleDuplicate>();
  const decided = new Set<string>();
  for (let seq = 0; ; ) {
    const entries = await house.log.since(seq, chunk);
    const last = entries[entries.length - 1];
    if (last === undefined) return { open, decided };
    seq = last.seq;
    for (const entry of entries) {
      if (entry.kind !== 'event') continue;
      const { event } = entry;
      if (event.type === 'duplicateProposed') {
        const { register, recordId: id, other, because } = event;
        open.set(pair(id, other), { register, id, other, because });
      } else if (event.type === 'duplicateDecided') {
        open.delete(pair(event.recordId, event.other));
        decided.add(pair(event.recordId, event.other));
      } else if (event.type === 'withdrawn') {
        for (const [key, { id, other }] of open)
          if (id === event.recordId || other === event.recordId) open.delete(key);
      }
    }
  }
}

function pair(a: RecordId, b: RecordId): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** What a person says of a pair. */
export interface DuplicateDecision {
  readonly id: RecordId;
  readonly other: RecordId;
  readonly same: boolean;
  readonly post: string;
  /** The account that held the post. */
  readonly holder?: string;
  readonly reason?: string;
}

/**
 * A person's decision on a pair, kept for ever. When they are the same, `id` is withdrawn in favour of `other`, the
 * keys by which it was known lead to `other` from now on, and what else it was suspected of is asked of `other`.
 * @throws Fault `notFound` when the pair was not proposed or is decided already.
 */
export async function decideDuplicate(house: House, decision: DuplicateDecision): Promise<void> {
  const { id, other, same, post, holder, reason } = decision;
  const pairs = await readPairs(house);
  const asked = pairs.open.get(pair(id, other));
  if (asked === undefined) throw new Fault('notFound', { register: 'duplicate', id: `${id} ${other}` });
  const { register } = asked;
  const base: EventBase = {
    register,
    post,
    at: house.clock.now().toISOString(),
    ...(holder === undefined ? {} : { holder }),
    ...(reason === undefined ? {} : { reason }),
  };
  // Written of both, so that either history tells it.
  const events: RecordEvent[] = [
    { ...base, type: 'duplicateDecided', recordId: id, other, same },
    { ...base, type: 'duplicateDecided', recordId: other, other: id, same },
  ];
  if (same) {
    events.push({ ...base, type: 'withdrawn', recordId: id, into: other });
    events.push(...inherited(pairs, decision, base));
  }
  const entries: NewEntry[] = events.map((event) => ({ kind: 'event', event }));
  if (same) {
    const keys = [...(await keysLeadingTo(house, id)), mergedKey(register, id)];
    entries.push({ kind: 'event', event: { ...base, type: 'merged', recordId: other, because: [id] }, keys });
  }
  await house.log.append(entries);
  await follow(house);
}

type EventBase = Pick<RecordEvent, 'register' | 'post' | 'holder' | 'at' | 'reason'>;

/** Pairs of the withdrawn record with third ones, asked of the record that takes its place, unless they were asked already. */
function inherited(
  { open, decided }: Pairs,
  { id, other }: DuplicateDecision,
  base: EventBase,
): readonly RecordEvent[] {
  return [...open.values()].flatMap((one) => {
    if (one.id !== id && one.other !== id) return [];
    const third = one.id === id ? one.other : one.id;
    const between = pair(third, other);
    if (third === other || open.has(between) || decided.has(between)) return [];
    const { because } = one;
    return [{ ...base, type: 'duplicateProposed', recordId: third, other, because }];
  });
}

/** Every key written for a record that still leads to it. */
async function keysLeadingTo(house: House, id: RecordId): Promise<readonly RecordKey[]> {
  const history = await house.log.history(id);
  const written = history.flatMap((entry) => ('keys' in entry ? (entry.keys ?? []) : []));
  const leads = await house.log.findByKeys(written);
  return written.filter((key) => leads.get(keyText(key)) === id);
}
