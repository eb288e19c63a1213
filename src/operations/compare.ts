import { canonicalJson } from '../kernel/canonical-json.ts';
import { Fault } from '../kernel/fault.ts';
import type { Presented } from '../policy/present.ts';
import type { Shown } from './show.ts';

/** One field as two revisions have it. */
export interface FieldDifference {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly change: 'added' | 'removed' | 'changed';
}

export interface Comparison {
  readonly from: Presented;
  readonly to: Presented;
  readonly differences: readonly FieldDifference[];
  /** How many fields are the same in both. */
  readonly same: number;
}

/**
 * What differs between two revisions of a record, in the order of the register's fields.
 * @throws Fault `notFound` when the record has no such revision.
 */
export function compare(shown: Shown, from: number, to: number): Comparison {
  const [before, after] = [revisionOf(shown, from), revisionOf(shown, to)];
  const differences: FieldDifference[] = [];
  let same = 0;
  for (const field of Object.keys(after.register.fields)) {
    const [was, is] = [before.values[field], after.values[field]];
    if (was === undefined && is === undefined) continue;
    if (canonicalJson(was) === canonicalJson(is)) same += 1;
    else {
      const change = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
      differences.push({ field, before: was, after: is, change });
    }
  }
  return { from: before, to: after, differences, same };
}

function revisionOf(shown: Shown, number: number): Presented {
  const revision = shown.revisions.find((one) => one.revision === number);
  if (revision === undefined) {
    throw new Fault('notFound', {
      register: shown.record.register.name,
      id: shown.record.id,
      revision: number,
    });
  }
  return revision;
}
