import type { Candidate, Setting } from './candidate.ts';
import { type Tried, triedIn } from './experience.ts';
import { type Likeness, likestOf } from './likeness.ts';
import { type Factor, factors, mostPoints, traits } from './weights.ts';

/** Points that one factor gave, of how many it can give. */
export interface Points {
  readonly factor: Factor;
  readonly points: number;
  readonly of: number;
}

/** A candidate with its points and what they rest on. */
export interface Ranked {
  readonly candidate: Candidate;
  readonly points: number;
  /** The most that a record could have here: factors of which nothing is known are left out. */
  readonly of: number;
  readonly factors: readonly Points[];
  readonly sectors: readonly string[];
  readonly goals: readonly string[];
  /** How the likest of its countries is like that of those who ask. */
  readonly likeness?: Likeness;
  readonly tried: Tried;
}

/**
 * Orders candidates by the sum of their points. The words count beside the best of them, so that the points of words
 * say how a record stands among these, never how good it is. A country is compared, not judged: alike or not.
 */
export function rank(candidates: readonly Candidate[], setting: Setting): readonly Ranked[] {
  const best = Math.max(0, ...candidates.map(({ score }) => score));
  const means = candidates.some(({ meaning }) => meaning !== undefined);
  const about = setting.sectors.length + setting.goals.length > 0;
  const known: Readonly<Record<Factor, boolean>> = {
    words: true,
    meaning: means,
    subject: about,
    context: setting.country !== undefined,
    experience: true,
  };
  const counted = factors.filter((factor) => known[factor]);
  const ranked = candidates.map((candidate) => pointsOf(candidate, setting, counted, best));
  return ranked.sort((a, b) => b.points - a.points || (a.candidate.id < b.candidate.id ? -1 : 1));
}

function pointsOf(candidate: Candidate, setting: Setting, counted: readonly Factor[], best: number): Ranked {
  const { facets } = candidate.digest;
  const sectors = setting.sectors.filter((sector) => facets.sector?.includes(sector));
  const goals = setting.goals.filter((goal) => facets.sdg?.includes(goal));
  const likeness = setting.country === undefined ? undefined : likestOf(setting.country, placesOf(candidate));
  const tried = triedIn(candidate, setting.year);
  const share: Readonly<Record<Factor, number>> = {
    words: best === 0 ? 0 : candidate.score / best,
    meaning: candidate.meaning ?? 0,
    subject: subjectShare(sectors, goals, setting),
    context: (likeness?.same.length ?? 0) / traits.length,
    experience: tried.share,
  };
  const points = counted.map((factor) => ({
    factor,
    points: mostPoints[factor] * share[factor],
    of: mostPoints[factor],
  }));
  return {
    candidate,
    points: points.reduce((sum, one) => sum + one.points, 0),
    of: points.reduce((sum, one) => sum + one.of, 0),
    factors: points,
    sectors,
    goals,
    ...(likeness === undefined ? {} : { likeness }),
    tried,
  };
}

/** A shared sector says as much as a shared goal; where only one of the two was asked for, that one says all. */
function subjectShare(sectors: readonly string[], goals: readonly string[], asked: Setting): number {
  const of = Number(asked.sectors.length > 0) + Number(asked.goals.length > 0);
  return of === 0 ? 0 : (Number(sectors.length > 0) + Number(goals.length > 0)) / of;
}

/** Countries from which or in which there is experience. */
function placesOf({ digest: { facets } }: Candidate): readonly string[] {
  return [...(facets.provider ?? []), ...(facets.host ?? [])];
}
