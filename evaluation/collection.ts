import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openInputFile } from '../src/exchange/files/open-input-file.ts';
import { defaultLimits } from '../src/exchange/limits.ts';
import { readFile } from '../src/exchange/read-file.ts';
import { loadMappings } from '../src/exchange/tables/load-mappings.ts';
import { openIndex } from '../src/index/open-index.ts';
import { check } from '../src/operations/check.ts';
import type { Held, Library } from '../src/operations/matching/library.ts';
import type { SearchIndex } from '../src/operations/ports.ts';
import { getRegister } from '../src/registers/all-registers.ts';
import { digestOf } from '../src/registers/digest.ts';
import { sharedData } from '../tests/fixtures/shared-data.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

/** What the needs of `needs/` are asked of: the starter collection and tables of practices and projects. */
const files = [
  ...['practices', 'activities', 'organisations'].map((name) => join(root, `content/starter/${name}.jsonl`)),
  ...[
    'accelerator-labs-solutions.jsonl.gz',
    'undp-projects-2023-06.csv.gz',
    'undp-mapping-2016.jsonl.gz',
    'iati-ssc-activities.jsonl.gz',
  ].map((name) => sharedData(`ssc/${name}`)),
];

/**
 * The records of the collection, indexed as the program indexes them; known by the first key of their source
 * (`undp-acclab:12-2021`), which stays the same from one run to the next. Undefined where the shared data are absent.
 */
export async function collection(): Promise<
  (Library & { readonly index: SearchIndex; readonly all: ReadonlyMap<string, Held> }) | undefined
> {
  const mappings = await loadMappings(join(root, 'content/mappings'));
  const index = await openIndex({ name: 'evaluation' });
  const all = new Map<string, Held>();
  for (const path of files) {
    if (path === undefined) return undefined;
    for await (const item of readFile(await openInputFile(path), { limits: defaultLimits, mappings })) {
      if ('unreadable' in item) continue;
      const [key] = item.keys;
      const id = item.recordId ?? (key === undefined ? undefined : `${key.scheme}:${key.value}`);
      const register = getRegister(item.register);
      const checked = check(register, item.values);
      if (id === undefined || !checked.complete) continue;
      const digest = digestOf(register, checked.values);
      all.set(id, {
        id,
        version: id,
        register: register.name,
        digest,
        confirmation: 'observed',
        confirmedBy: [],
      });
    }
  }
  let changed = 0;
  const puts = [...all.values()].map(({ id, register, digest }) => {
    changed += 1;
    return { put: { recordId: id, register, ...digest, changed } };
  });
  index.apply(puts, changed);
  return {
    index,
    all,
    held: async (ids) =>
      new Map(ids.flatMap((id) => (all.has(id) ? [[id, all.get(id) as Held] as const] : []))),
  };
}
