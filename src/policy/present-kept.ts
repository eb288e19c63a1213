import type { Audience } from '../fields/field.ts';
import type { Kept, Revision } from '../lifecycle/revision.ts';
import { maySee } from './hearing.ts';
import { type Presented, visibleValues } from './present.ts';

/**
 * A record with what a source said beside its values. A country's word does not carry what a third party said: that is
 * kept apart, unless the country made that very revision its own.
 * @param beside the revision beside which the source was kept.
 */
export function withKept(record: Presented, source: Kept, beside: Revision, audience: Audience): Presented {
  const isOthers = record.standing === 'party' && beside.origin.standing !== 'party';
  if (isOthers && beside.number !== record.revision) return record;
  const { register } = record;
  const hidden = Object.entries(register.fields).filter(([, { seenBy }]) => !maySee(audience, seenBy));
  const kept = {
    source,
    later: beside.number > 1,
    values: visibleValues(register, beside.values, audience),
    hides: new Set(hidden.map(([name]) => name)),
  };
  return { ...record, kept };
}
