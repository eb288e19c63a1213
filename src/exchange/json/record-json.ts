import { type Freshness, freshnessOn } from '../../lifecycle/freshness.ts';
import type { Presented, Review } from '../../policy/present.ts';

/** A record as JSON has it, with the address of its page. */
export interface RecordJson {
  readonly register: string;
  readonly id: string;
  readonly revision: number;
  readonly address: string;
  readonly standing: string;
  readonly changedAt: string;
  readonly withdrawn?: Presented['withdrawn'];
  readonly archived?: Presented['archived'];
  readonly review: Review & { readonly freshness: Freshness };
  readonly values: Readonly<Record<string, unknown>>;
}

/** What the countries have said stands beside the values: readers of files leave it alone. `today`: a day, for freshness. */
export function recordJson(record: Presented, address: string, today: string): RecordJson {
  const { register, id, revision, standing, changedAt, withdrawn, archived, review, values } = record;
  return {
    register: register.name,
    id,
    revision,
    address,
    standing,
    changedAt,
    ...(withdrawn === undefined ? {} : { withdrawn }),
    ...(archived === undefined ? {} : { archived }),
    review: { ...review, freshness: freshnessOn(review.dueOn, today) },
    values,
  };
}
