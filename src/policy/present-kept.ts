import type { Audience } from '../fields/field.ts';
import type { Kept, Revision } from '../lifecycle/revision.ts';
import type { Register } from '../registers/register.ts';
import { maySee } from './hearing.ts';
import { type Presented, visibleValues } from './present.ts';

/**
 * A record with what a source said beside its values. A country's word does not carry what a third party said: that is
 * kept apart, unless the country made that very revision its own.
 * @param beside the revision beside which the source was kept, where it is an older one than the record shows.
 */
export function withKept(
  record: Presented,
  source: Kept,
  beside: Revision | 'its own',
  audience: Audience,
): Presented {
  const { register, standing, revision, values } = record;
  const hides = hiddenFrom(register, audience);
  if (beside === 'its own') return { ...record, kept: { source, later: revision > 1, values, hides } };
  if (standing === 'party' && beside.origin.standing !== 'party') return record;
  const before = visibleValues(register, beside.values, audience);
  return { ...record, kept: { source, later: beside.number > 1, values: before, hides } };
}

function hiddenFrom({ fields }: Register, audience: Audience): ReadonlySet<string> {
  return new Set(
    Object.keys(fields).filter(
      (name) => fields[name] !== undefined && !maySee(audience, fields[name].seenBy),
    ),
  );
}
