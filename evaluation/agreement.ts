import { type Judgement, pairOf } from './needs.ts';
import { bootstrap, bootstrapOf, type Interval } from './statistics.ts';

/** How far two judges agree on the pairs that both graded. */
export interface Agreement {
  readonly pairs: number;
  /** Share of the pairs with the same grade. */
  readonly same: Interval;
  readonly within1: Interval;
  /** Cohen's κ, a difference of two grades counted as two of one. */
  readonly linear: Interval;
  /** Cohen's κ, a difference of two grades counted as four of one. */
  readonly quadratic: Interval;
  /** Mean of the first's grade minus the second's: above nought where the second is the stricter. */
  readonly stricter: Interval;
}

type Grades = readonly [first: number, second: number];

export function agreementOf(first: readonly Judgement[], second: readonly Judgement[]): Agreement {
  const known = new Map(first.map((one) => [pairOf(one), one.grade]));
  const both = second.flatMap((one): Grades[] => {
    const grade = known.get(pairOf(one));
    return grade === undefined ? [] : [[grade, one.grade]];
  });
  const apart = both.map(([a, b]) => Math.abs(a - b));
  return {
    pairs: both.length,
    same: bootstrap(apart.map((by) => Number(by === 0))),
    within1: bootstrap(apart.map((by) => Number(by <= 1))),
    linear: bootstrapOf(both, (some) => weightedKappa(some, 1)),
    quadratic: bootstrapOf(both, (some) => weightedKappa(some, 2)),
    stricter: bootstrap(both.map(([a, b]) => a - b)),
  };
}

/**
 * Weighted κ (Cohen 1968): 1 minus the disagreement seen over that of judges who deal the same grades by chance. Disagreement is
 * the difference of two grades, raised to `power`. 1 where neither judge ever differs from one grade.
 */
export function weightedKappa(grades: readonly Grades[], power: number): number {
  const cost = (a: number, b: number): number => Math.abs(a - b) ** power;
  const seen = grades.reduce((sum, [a, b]) => sum + cost(a, b), 0) / grades.length;
  const [firsts, seconds] = [countsOf(grades.map(([a]) => a)), countsOf(grades.map(([, b]) => b))];
  let chance = 0;
  for (const [a, many] of firsts) for (const [b, also] of seconds) chance += many * also * cost(a, b);
  return chance === 0 ? 1 : 1 - seen / (chance / grades.length ** 2);
}

function countsOf(grades: readonly number[]): ReadonlyMap<number, number> {
  return new Map([...Map.groupBy(grades, (grade) => grade)].map(([grade, all]) => [grade, all.length]));
}
