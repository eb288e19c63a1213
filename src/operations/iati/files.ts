import type { Presented } from '../../policy/present.ts';
import { collect } from '../collect.ts';
import { followForReading } from '../follow.ts';
import type { House } from '../house.ts';
import { askIndex } from '../internal/ask-index.ts';

/** The two files of who publishes here, by the register whose records they hold. */
export const fileNames = { activity: 'activities', organisation: 'organisation' } as const;
export type FileRegister = keyof typeof fileNames;

/** One IATI file that can be fetched: records that one side has released. */
export interface IatiFile {
  /** Who publishes, as addresses call it: `sn`, `sn-institut-des-puits`. */
  readonly publisher: string;
  readonly register: FileRegister;
  readonly records: number;
  /** Instant of the last change of any of its records. */
  readonly changedAt: string;
  /** Sequence number of that change. */
  readonly changed: number;
  /** The record that changed last: it tells who publishes. */
  readonly newest: Presented;
}

/** All files, by publisher. */
export async function iatiFiles(house: House): Promise<readonly IatiFile[]> {
  await followForReading(house);
  const files: IatiFile[] = [];
  for (const register of ['activity', 'organisation'] as const) {
    const { facets } = askIndex(house, {
      ...newestFirst,
      filters: { kind: [register] },
      limit: 0,
      count: ['organisation'],
    });
    for (const { value } of facets.organisation ?? []) {
      const file = await findIatiFile(house, value, register);
      if (file !== undefined) files.push(file);
    }
  }
  const place = ({ publisher, register }: IatiFile) => `${publisher} ${register}`;
  return files.sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

/** One file; undefined where the publisher has released nothing of the kind. */
export async function findIatiFile(
  house: House,
  publisher: string,
  register: FileRegister,
): Promise<IatiFile | undefined> {
  await followForReading(house);
  const filters = { kind: [register], organisation: [publisher] };
  const { total, hits } = askIndex(house, { ...newestFirst, filters, limit: 1, count: [] });
  const [hit] = hits;
  if (hit === undefined) return undefined;
  const known = house.board.records([hit.recordId]).get(hit.recordId);
  for await (const newest of collect(
    house,
    { words: '', lang: 'en', filters, sort: 'newest' },
    { most: 1 },
  )) {
    const { at = newest.changedAt, changed = 0 } = known ?? {};
    return { publisher, register, records: total, changedAt: at, changed, newest };
  }
  return undefined;
}

/** The records of a file, oldest first, with what their sources said, as everybody may have it. */
export function recordsOf(house: House, { publisher, register }: IatiFile): AsyncGenerator<Presented> {
  const filters = { kind: [register], organisation: [publisher] };
  return collect(house, { words: '', lang: 'en', filters, sort: 'oldest' }, { keptFor: 'everybody' });
}

const newestFirst = { words: '', lang: 'en', sort: 'newest', offset: 0 } as const;
