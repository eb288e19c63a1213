import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A need as a ministry could say it, in one language; written for this collection. */
export interface NeedStatement {
  readonly id: string;
  readonly language: string;
  /** Who asks (alpha-2). */
  readonly country: string;
  /** Weights are set on one half and reported on the other. */
  readonly half: 'development' | 'test';
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
/** What the first judge graded. */
export const firstJudge: readonly Judgement[] = lines('judgements.jsonl');
/** What the second judge graded without seeing a grade or a place: pairs that nobody had judged, and a sample of the first's. */
export const secondJudge: readonly Judgement[] = lines('second-judge.jsonl');
/** One grade for a pair: the first judge's where there is one, else the second's. */
export const judgements: readonly Judgement[] = oneGrade(firstJudge, secondJudge);

function oneGrade(first: readonly Judgement[], second: readonly Judgement[]): readonly Judgement[] {
  const graded = new Set(first.map(pairOf));
  return [...first, ...second.filter((one) => !graded.has(pairOf(one)))];
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
