import type { House } from '../../operations/house.ts';
import type { Shown } from '../../operations/show.ts';
import type { Presented } from '../../policy/present.ts';
import { publicly } from './publicly.ts';

/** Reports of the same initiative as everybody may see them; one that no longer counts is left out. */
export async function linkedWith(house: House, { record }: Shown): Promise<readonly Presented[]> {
  const shown = await Promise.all(
    record.review.linked.map((id) => publicly(house, record.register.name, id)),
  );
  return shown.flatMap((one) =>
    one === undefined || one.state.withdrawn !== undefined || one.state.archived !== undefined
      ? []
      : [one.record],
  );
}
