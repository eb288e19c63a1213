import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { compileMapping, type TableMapping } from './mapping.ts';

/**
 * Every mapping of a folder, in the order of their file names: where two fit a table, the first is taken.
 * @throws Error naming the file and the place in it, so that a wrong mapping stops the start and not an import.
 */
export async function loadMappings(folder: string): Promise<readonly TableMapping[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    names.map(async (name) => {
      try {
        return compileMapping(JSON.parse(await readFile(join(folder, name), 'utf8')));
      } catch (error) {
        const problem =
          error instanceof z.ZodError
            ? z.prettifyError(error)
            : error instanceof Error
              ? error.message
              : String(error);
        throw new Error(`mapping ${name}: ${problem}`, { cause: error });
      }
    }),
  );
}
