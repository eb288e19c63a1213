import { Fault } from '../../kernel/fault.ts';
import type { Matched } from '../../lifecycle/matched.ts';
import type { Actor } from '../../policy/actor.ts';
import type { Presented } from '../../policy/present.ts';
import type { House } from '../house.ts';
import { show } from '../show.ts';

/** One answer to a need, or with an offer, as one reader may see it. */
export interface AnswerLine extends Matched {
  readonly record: Presented;
  /** Of a side that declined, for the two sides: why. */
  readonly because?: string;
}

/** Answers that a reader may see, in the order in which they came; of others there is only the count. */
export async function answersOf(
  house: House,
  id: string,
  viewers: readonly (Actor | undefined)[],
): Promise<readonly AnswerLine[]> {
  const matches = house.board.records([id]).get(id)?.state.matches ?? [];
  const lines = await Promise.all(
    matches.map(async (one) => {
      const read = await Promise.all(viewers.map((viewer) => readable(house, one.match, viewer)));
      const [record] = read.flatMap((found) => found ?? []).sort((a, b) => told(b) - told(a));
      if (record === undefined) return [];
      const because = Object.values(record.review.answers).find((answer) => answer.because)?.because;
      return [{ ...one, record, ...(because === undefined ? {} : { because }) }];
    }),
  );
  return lines.flat();
}

/** How much a reading of a record says: who holds several posts reads as the one that may see most. */
function told({ values, review }: Presented): number {
  return (
    Object.keys(values).length +
    Object.values(review.answers).filter(({ because }) => because !== undefined).length
  );
}

async function readable(house: House, id: string, viewer: Actor | undefined): Promise<Presented | undefined> {
  try {
    const { record } = await show(house, 'match', id, viewer);
    return record;
  } catch (error) {
    if (error instanceof Fault && error.code === 'notFound') return undefined;
    throw error;
  }
}
