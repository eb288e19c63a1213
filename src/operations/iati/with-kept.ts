import type { Audience } from '../../fields/field.ts';
import type { Presented } from '../../policy/present.ts';
import { withKept } from '../../policy/present-kept.ts';
import type { House } from '../house.ts';

/** The same records, each with what its source said beside the values, as far as the audience may have it. */
export async function withKeptSources(
  { log }: Pick<House, 'log'>,
  records: readonly Presented[],
  audience: Audience,
): Promise<readonly Presented[]> {
  const kept = await log.kept(records.map(({ id, revision: number }) => ({ id, number })));
  const beside = await log.revisions([...kept].map(([id, { number }]) => ({ id, number })));
  return records.map((record) => {
    const [source, revision] = [kept.get(record.id), beside.get(record.id)];
    if (source === undefined || revision === undefined) return record;
    return withKept(record, source, revision, audience);
  });
}
