import { Fault } from '../../kernel/fault.ts';
import { show } from '../../operations/show.ts';
import { type Asked, placeOf } from '../asked.ts';
import { readerOf } from '../caller.ts';

/** The signed head of the log as it stands now. */
export async function logHead({ office, context }: Asked): Promise<Response> {
  return context.json(await office.proofs.head(), 200, asItStands);
}

/** What the node says of the keys with which it signs heads. */
export async function logKeys({ office, context }: Asked): Promise<Response> {
  return context.json({ statements: await office.proofs.keys() }, 200, asItStands);
}

/** That an entry is in the log of so many entries. Tells nothing of the entry. */
export async function logInclusion(asked: Asked): Promise<Response> {
  const { office, context } = asked;
  const [seq, size] = [entryNumber(asked, 'seq'), entryNumber(asked, 'treeSize')];
  return context.json(await office.proofs.inclusion(seq, size));
}

/** That a later log begins with an earlier one. */
export async function logConsistency(asked: Asked): Promise<Response> {
  const { office, context } = asked;
  const [from, size] = [entryNumber(asked, 'from'), entryNumber(asked, 'treeSize')];
  return context.json(await office.proofs.consistency(from, size));
}

/** That the values which the reader may see stand in the log as shown; nothing about the ones that he or she may not. */
export async function recordProof(asked: Asked): Promise<Response> {
  const { office, context } = asked;
  const { register, id } = placeOf(context);
  const { record } = await show(office, register, id, await readerOf(asked));
  const { revision, values } = record;
  const proof = await office.proofs.revision(id, revision, Object.keys(values));
  return context.json({ ...proof, values }, 200, asItStands);
}

const asItStands = { 'cache-control': 'no-store' };

/** @throws Fault `badQuery` where it is no whole number from 1. */
function entryNumber({ context }: Asked, place: string): number {
  const got = context.req.query(place) ?? '';
  if (/^[1-9]\d{0,14}$/.test(got)) return Number(got);
  throw new Fault('badQuery', { place, got: got.slice(0, 100), right: '1, 2, 3 …' });
}
