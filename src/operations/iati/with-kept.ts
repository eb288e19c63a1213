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
  const current = new Map(records.map(({ id, revision }) => [id, revision]));
  const older = [...kept].flatMap(([id, { number }]) => (current.get(id) === number ? [] : [{ id, number }]));
  const beside = await log.revisions(older);
  return records.map((record) => {
    const source = kept.get(record.id);
    if (source === undefined) return record;
    const revision = source.number === record.revision ? 'its own' : beside.get(record.id);
    return revision === undefined ? record : withKept(record, source, revision, audience);
  });
}
