import type { RecordId } from '../../kernel/ids.ts';
import type { Presented } from '../../policy/present.ts';
import type { House } from '../house.ts';
import { inForce } from '../internal/in-force.ts';

/** Outcomes that everybody may see and that name a measure. */
export function outcomesOf(house: House, measure: RecordId): Promise<readonly Presented[]> {
  const named = house.board.tracking.about(measure).filter(({ tracked }) => tracked.role === 'outcome');
  return inForce(
    house,
    named.map(({ recordId }) => recordId),
  );
}
