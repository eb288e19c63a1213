/**
 * Which of 1,000 new records 10,000 people want to hear of, beside trying every pair. Goal: 10 s at most, and at most 200 MB
 * more memory. `node bench/digest.ts`.
 */
import { aspects, fitting, type Profile, type Traits } from '../src/requests/interests.ts';
import { tell } from './figures.ts';

const profilesWanted = 10_000;
const recordsWanted = 1_000;
const counts = { kinds: 3, countries: 195, sectors: 40, goals: 17, languages: 7 } as const;

let state = 20_261_128;
/** The same numbers in every run (a linear congruential generator, Numerical Recipes). */
function next(below: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
}
const some = (aspect: (typeof aspects)[number], most: number) =>
  Array.from({ length: next(most + 1) }, () => `${aspect}-${next(counts[aspect])}`);
const made = (most: number): Traits => ({
  kinds: some('kinds', 1),
  countries: some('countries', most),
  sectors: some('sectors', 3),
  goals: some('goals', 3),
  languages: some('languages', 2),
});

const profiles: readonly Profile[] = Array.from({ length: profilesWanted }, () => made(8));
const records: readonly Traits[] = Array.from({ length: recordsWanted }, () => made(3));

function everyPair(): number {
  let found = 0;
  for (const profile of profiles) {
    for (const record of records) {
      const fits = aspects.every((aspect) => {
        const wanted = profile[aspect] ?? [];
        return wanted.length === 0 || wanted.some((value) => record[aspect].includes(value));
      });
      if (fits) found += 1;
    }
  }
  return found;
}

function timed<T>(work: () => T): { readonly ms: number; readonly answer: T } {
  const begun = performance.now();
  const answer = work();
  return { ms: performance.now() - begun, answer };
}

/** The most that the process had at any time, in MB. */
const mostMemory = () => process.resourceUsage().maxRSS / 1_024;
const memoryBefore = mostMemory();
const indexed = timed(() => fitting(profiles, records).reduce((sum, list) => sum + list.length, 0));
const megabytes = mostMemory() - memoryBefore;
const naive = timed(everyPair);
if (indexed.answer !== naive.answer) throw new Error(`${indexed.answer} is not ${naive.answer}`);
tell({
  what: `digest, ${profilesWanted} profiles, ${recordsWanted} records, ${indexed.answer} pairs that fit`,
  measured: `${(indexed.ms / 1_000).toFixed(2)} s, ${megabytes.toFixed(0)} MB more memory`,
  yardstick: `every pair tried (${(naive.ms / 1_000).toFixed(2)} s)`,
  ratio: (indexed.ms / naive.ms).toFixed(2),
  goal: '10 s, 200 MB',
  met: indexed.ms <= 10_000 && megabytes <= 200,
});
