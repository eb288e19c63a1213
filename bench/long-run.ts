import type { LongRun } from './figures-page.ts';

/** Lines that the test runner adds to every run. */
const ofTheRunner = /^(?:tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) /;

/**
 * What a run of tests told of itself: its diagnostics, without lines of a log and without what the runner counts; where it
 * told nothing, the names of the tests that passed.
 */
export function toldIn(printed: string): readonly string[] {
  const lines = printed.split('\n');
  const told = lines
    .filter((line) => line.startsWith('ℹ '))
    .map((line) => line.slice(2).trim())
    .filter((line) => /^[\w"]/.test(line) && !ofTheRunner.test(line) && !line.includes('","'));
  if (told.length > 0) return told;
  return lines.flatMap((line) => /^✔ (.+) \([\d.]+ms\)$/.exec(line)?.[1] ?? []);
}

/** @param status that of the process: 0 where all tests passed. */
export function longRunOf(
  name: string,
  given: Readonly<Record<string, string>>,
  { printed, status, seconds }: { printed: string; status: number | null; seconds: number },
): LongRun {
  const day = new Date().toISOString().slice(0, 10);
  return {
    name,
    asked: Object.values(given).join(', '),
    told: toldIn(printed).join('; '),
    passed: status === 0,
    day,
    seconds: Math.round(seconds),
  };
}
