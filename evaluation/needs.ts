import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A need as a ministry could say it, in one language; written for this collection. */
export interface NeedStatement {
  readonly id: string;
  readonly language: string;
  /** Who asks (alpha-2). */
  readonly country: string;
  /**
   * Weights are set on one half and reported on the other. `blind`: for development too, by an author who had seen neither
   * the other needs nor the lists of words of the field.
   */
  readonly half: 'development' | 'test' | 'blind';
  readonly text: string;
}

/** How well a record answers a need: 3 call them, 2 look closer, 1 touches it, 0 does not. Not judged: absent. */
export interface Judgement {
  readonly need: string;
  readonly record: string;
  readonly grade: 0 | 1 | 2 | 3;
  readonly reason?: string;
}

export const needStatements: readonly NeedStatement[] = lines('needs.jsonl');
export const blindNeeds: readonly NeedStatement[] = lines('blind-needs.jsonl');
/** What the first judge graded. */
export const firstJudge: readonly Judgement[] = lines('judgements.jsonl');
/** What the second judge graded without seeing a grade or a place: pairs that nobody had judged, and a sample of the first's. */
export const secondJudge: readonly Judgement[] = lines('second-judge.jsonl');
/** What later judges graded in the same way: pairs that rose into a first ten since, each once. */
export const laterJudges: readonly Judgement[] = lines('later-judges.jsonl');
/** Every pair of the blind needs that stood in a first ten of any way, graded once. */
export const blindJudgements: readonly Judgement[] = lines('blind-judgements.jsonl');
/** One grade for a pair: that of the judge who came first. */
export const judgements: readonly Judgement[] = oneGrade([
  ...firstJudge,
  ...secondJudge,
  ...laterJudges,
  ...blindJudgements,
]);

function oneGrade(all: readonly Judgement[]): readonly Judgement[] {
  const first = new Map<string, Judgement>();
  for (const one of all) if (!first.has(pairOf(one))) first.set(pairOf(one), one);
  return [...first.values()];
}

/** A need and a record, told as one word. */
export function pairOf({ need, record }: Judgement): string {
  return `${need} ${record}`;
}

function lines<T>(name: string): readonly T[] {
  const path = fileURLToPath(new URL(`needs/${name}`, import.meta.url));
  // Held by needs.test.ts: every line has the form that is asked for.
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}
