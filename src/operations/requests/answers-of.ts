import type { Matched, Meets } from '../../lifecycle/matched.ts';
import type { Actor } from '../../policy/actor.ts';
import type { Presented } from '../../policy/present.ts';
import type { House } from '../house.ts';
import { showIfSeen } from '../show.ts';

/** One answer to a need, or with an offer, as one reader may see it. */
export interface AnswerLine extends Matched {
  readonly record: Presented;
  /** Of a side that declined, for the two sides: why. */
  readonly because?: string;
}

/** How much of the need an answer meets: as who asks said when it was agreed, before that as the answer says; undefined where nobody has. */
export function coverageOf({ stage, part, record }: AnswerLine): Meets | undefined {
  if (stage === 'agreed') return part ? 'part' : 'whole';
  // A code of the list, by the schema of its field.
  return record.values['coverage'] as Meets | undefined;
}

/** An answer with the offer by which it is made, where there is one that the reader may see. */
export interface AnswerWithOffer extends AnswerLine {
  readonly offer?: Presented;
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
      const record = await widest(house, 'match', one.match, viewers);
      if (record === undefined) return [];
      const because = Object.values(record.review.answers).find((answer) => answer.because)?.because;
      return [{ ...one, record, ...(because === undefined ? {} : { because }) }];
    }),
  );
  return lines.flat();
}

/** The same answers with their offers: terms and conditions stand there. */
export function withOffers(
  house: House,
  answers: readonly AnswerLine[],
  viewers: readonly (Actor | undefined)[],
): Promise<readonly AnswerWithOffer[]> {
  return Promise.all(
    answers.map(async (one) => {
      const named = one.with === undefined ? undefined : house.board.records([one.with]).get(one.with);
      if (named?.request?.role !== 'offer') return one;
      const offer = await widest(house, named.register, named.recordId, viewers);
      return offer === undefined ? one : { ...one, offer };
    }),
  );
}

/** A record as that one of the viewers reads it who may see most. */
async function widest(
  house: House,
  register: string,
  id: string,
  viewers: readonly (Actor | undefined)[],
): Promise<Presented | undefined> {
  const read = await Promise.all(viewers.map((viewer) => showIfSeen(house, register, id, viewer)));
  const [record] = read.flatMap((found) => found?.record ?? []).sort((a, b) => told(b) - told(a));
  return record;
}

/** How much a reading of a record says: who holds several posts reads as the one that may see most. */
function told({ values, review }: Presented): number {
  return (
    Object.keys(values).length +
    Object.values(review.answers).filter(({ because }) => because !== undefined).length
  );
}
