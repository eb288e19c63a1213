import { open, readFile } from 'node:fs/promises';
import type { Usefulness, UseVerdict } from '../operations/ports/usefulness.ts';

/** Verdicts of one day; more are somebody's machine. */
const mostADay = 2_000;

/** Verdicts in one file of JSON Lines, appended and on disk before they count; a broken last line is passed over. */
export function usefulnessFile(path: string): Usefulness {
  let known: Promise<UseVerdict[]> | undefined;
  const all = (): Promise<UseVerdict[]> => {
    known ??= readVerdicts(path);
    return known;
  };
  return {
    keep: async (verdict) => {
      const verdicts = await all();
      if (verdicts.filter(({ on }) => on === verdict.on).length >= mostADay) return false;
      verdicts.push(verdict);
      const file = await open(path, 'a', 0o600);
      try {
        await file.appendFile(`${JSON.stringify(verdict)}\n`);
        await file.datasync();
      } finally {
        await file.close();
      }
      return true;
    },
    of: async (record) => {
      const about = (await all()).filter((verdict) => verdict.record === record);
      const useful = about.filter((verdict) => verdict.useful).length;
      return { useful, notUseful: about.length - useful };
    },
  };
}

async function readVerdicts(path: string): Promise<UseVerdict[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    try {
      // Written by `keep`: a whole line has the form of a verdict.
      return line === '' ? [] : [JSON.parse(line) as UseVerdict];
    } catch {
      return [];
    }
  });
}
