/** One commitment: how long it was watched, and whether it was completed then; if not it was still open (censored). */
export interface Observation {
  /** From the day it was taken on; not negative. */
  readonly days: number;
  readonly completed: boolean;
}

/** After so many days this share was still open. */
export interface Step {
  readonly days: number;
  readonly open: number;
  /** How many were watched until then. */
  readonly atRisk: number;
  readonly completed: number;
}

/**
 * Time to completion with open commitments counted as censored: S(t) = Π (1 − dᵢ / nᵢ) over the days on which something
 * was completed (Kaplan and Meier, Journal of the American Statistical Association 53, 1958, formula 2a). An average over
 * what is completed alone would flatter: it leaves out whatever takes longest.
 */
export function kaplanMeier(observations: readonly Observation[]): readonly Step[] {
  let atRisk = observations.length;
  let open = 1;
  const steps: Step[] = [];
  for (const [days, { all, completed }] of byDays(observations)) {
    if (completed > 0) {
      open *= 1 - completed / atRisk;
      steps.push({ days, open, atRisk, completed });
    }
    atRisk -= all;
  }
  return steps;
}

/** How many were watched for how many days, and completed then; of tens of thousands most for as many as all others. */
function byDays(observations: readonly Observation[]) {
  const groups = new Map<number, { all: number; completed: number }>();
  for (const { days, completed } of observations) {
    const group = groups.get(days) ?? { all: 0, completed: 0 };
    if (group.all === 0) groups.set(days, group);
    group.all += 1;
    if (completed) group.completed += 1;
  }
  return [...groups].sort(([a], [b]) => a - b);
}

/** The share still open after so many days. */
export function openAfter(steps: readonly Step[], days: number): number {
  return steps.findLast((step) => step.days <= days)?.open ?? 1;
}

/** The days after which half was completed; undefined while more than half are open. */
export function medianDays(steps: readonly Step[]): number | undefined {
  return steps.find(({ open }) => open <= 0.5)?.days;
}
