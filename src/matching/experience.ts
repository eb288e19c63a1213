import type { Confirmation } from '../lifecycle/freshness.ts';
import type { Candidate } from './candidate.ts';
import { enoughUses, experiences, freshYears, oldYears } from './weights.ts';

/** How tried a thing is: how often taken up, how lately told of, who stands by it. */
export interface Tried {
  /** Countries that use it or took it up. */
  readonly uses: readonly string[];
  /** Year of its newest word. */
  readonly lastYear?: number;
  readonly confirmation: Confirmation;
  readonly confirmedBy: readonly string[];
  /** From 0 to 1. */
  readonly share: number;
}

/** How much each state of confirmation counts. */
const stands: Readonly<Record<Confirmation, number>> = {
  confirmed: 1,
  reported: 0.5,
  disputed: 0.2,
  observed: 0.2,
};

/** The mean of three: uses (each more counts less), how recent, who confirmed. */
export function triedIn(
  { digest, confirmation, confirmedBy, toldIn, adoptedBy = [] }: Candidate,
  year: number,
): Tried {
  const uses = [...new Set([...(digest.facets.host ?? []), ...adoptedBy])];
  const lastYear = newest(digest.year, toldIn);
  const often = Math.min(1, Math.log1p(uses.length) / Math.log1p(enoughUses));
  const age = lastYear === undefined ? oldYears : Math.max(0, year - lastYear);
  const recent = Math.min(1, Math.max(0, (oldYears - age) / (oldYears - freshYears)));
  return {
    uses,
    ...(lastYear === undefined ? {} : { lastYear }),
    confirmation,
    confirmedBy,
    share: (often + recent + stands[confirmation]) / experiences.length,
  };
}

function newest(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined) return b;
  return b === undefined ? a : Math.max(a, b);
}
