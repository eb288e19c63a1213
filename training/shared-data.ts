import { sharedData, skipWords } from '../tests/fixtures/shared-data.ts';

/**
 * A file of the shared data set (`SOUTHBRIDGE_TEST_DATA`, or the folder that the tests read).
 * @throws Error naming the file, where it is absent: what is learnt from half of the sources would be another thing.
 */
export function getSharedData(...path: readonly string[]): string {
  const full = sharedData(...path);
  if (full === undefined) throw new Error(`${path.join('/')}: ${skipWords}`);
  return full;
}
