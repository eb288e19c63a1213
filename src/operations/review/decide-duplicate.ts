import { Fault } from '../../kernel/fault.ts';
import type { RecordId } from '../../kernel/ids.ts';
import type { Actor } from '../../policy/actor.ts';
import { decideDuplicate } from '../duplicates.ts';
import type { House } from '../house.ts';
import { refuseHidden, refuseUnless, subjectOf } from './take-step.ts';

/** What a post says of two records that may be the same; when they are, `id` is withdrawn in favour of `other`. */
export interface Sameness {
  readonly register: string;
  readonly id: RecordId;
  readonly other: RecordId;
  readonly same: boolean;
  readonly reason?: string;
}

/**
 * A post decides on a pair of possible duplicates: a secretariat or an administrator on any, a focal point where one of
 * the two belongs to its country or names it. What a country has made its own word is withdrawn by that country alone,
 * so another post can only say that it is not the same, or withdraw the other one.
 * @throws Fault `notFound`, `notAllowed`, `wrongStep`, `secondFactorNeeded`.
 */
export async function decideSameness(house: House, actor: Actor, said: Sameness): Promise<void> {
  const { register, id, other, same, reason } = said;
  if (id === other) throw new Fault('notFound', { register: 'duplicate', id: `${id} ${other}` });
  const subject = await subjectOf(house, { register, id });
  const beside = await subjectOf(house, { register, id: other });
  // Whoever is named in one of the two may speak of both.
  const countries = [subject, beside].flatMap((one) => [...one.countries, one.state.owner ?? []].flat());
  for (const one of [subject, beside]) refuseHidden(house, actor, one);
  refuseUnless(house, 'decideDuplicate', actor, { ...subject, countries });
  refuseUnless(house, 'decideDuplicate', actor, { ...beside, countries });
  if (same && subject.state.owner !== undefined) refuseUnless(house, 'withdraw', actor, subject);
  await decideDuplicate(house, {
    id,
    other,
    same,
    post: actor.post.id,
    holder: actor.account,
    ...(reason === undefined || reason.trim() === '' ? {} : { reason: reason.trim() }),
  });
}
