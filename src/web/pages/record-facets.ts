import type { Presented } from '../../policy/present.ts';
import { type Digest, digestOf } from '../../registers/digest.ts';

const known = new WeakMap<Presented, Pick<Digest, 'facets' | 'year'>>();

/** What a record is counted under, as its pages show it; reckoned once as long as the record is kept. */
export function facetsOf(record: Presented): Pick<Digest, 'facets' | 'year'> {
  const before = known.get(record);
  if (before !== undefined) return before;
  const { facets, year } = digestOf(record.register, record.values);
  const made = { facets, ...(year === undefined ? {} : { year }) };
  known.set(record, made);
  return made;
}
