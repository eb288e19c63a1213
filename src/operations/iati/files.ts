import type { Reporter } from '../../exchange/iati/write-iati.ts';
import type { Presented } from '../../policy/present.ts';
import { collect } from '../collect.ts';
import { followForReading } from '../follow.ts';
import type { House } from '../house.ts';
import { askIndex } from '../internal/ask-index.ts';
import { inForce } from '../internal/in-force.ts';
import { leftOutOf } from './left-out.ts';
import { ownSide, speakerIn } from './reporters.ts';

/** The two files of who publishes here, by the register whose records they hold. */
export const fileNames = { activity: 'activities', organisation: 'organisation' } as const;
export type FileRegister = keyof typeof fileNames;

/** One IATI file that can be fetched: records that one side has released. */
export interface IatiFile {
  /** Who publishes, as addresses call it: `sn`, `sn-institut-des-puits`. */
  readonly publisher: string;
  readonly register: FileRegister;
  /** Those left out among them. */
  readonly records: number;
  /** Instant of the last change of any of its records. */
  readonly changedAt: string;
  /** Sequence number of that change. */
  readonly changed: number;
  /** The record that changed last: it tells who publishes. */
  readonly newest: Presented;
  /** The publisher, where it has no record of its own among its organisations: it stands in their file all the same. */
  readonly itself?: Reporter;
}

/** A file as the list of all names it. */
export interface ListedFile extends IatiFile {
  /** How many of its records are left out: all of them where there is no file to fetch. */
  readonly leftOut: number;
}

/** All files, by publisher: of organisations one for each, of activities where it has released any. */
export async function iatiFiles(house: House): Promise<readonly ListedFile[]> {
  await followForReading(house);
  const { facets } = askIndex(house, {
    ...newestFirst,
    filters: { kind: Object.keys(fileNames) },
    limit: 0,
    count: ['organisation'],
  });
  const publishers = (facets.organisation ?? []).map(({ value }) => value).sort();
  const files: ListedFile[] = [];
  for (const publisher of publishers) {
    for (const register of ['activity', 'organisation'] as const) {
      const file = await findIatiFile(house, publisher, register);
      if (file !== undefined) files.push({ ...file, leftOut: await leftOutOf(house, file) });
    }
  }
  return files;
}

/** One file; undefined for a publisher that has released nothing, or no activities. */
export async function findIatiFile(
  house: House,
  publisher: string,
  register: FileRegister,
): Promise<IatiFile | undefined> {
  await followForReading(house);
  const own = await newestOf(house, publisher, [register]);
  if (register === 'activity') return own === undefined ? undefined : { publisher, register, ...own };
  const any = own ?? (await newestOf(house, publisher, ['activity']));
  const speaker = any === undefined ? undefined : speakerIn(any.newest);
  if (any === undefined || speaker === undefined) return undefined;
  const { reporter, hasRecord } = await ownSide(house, speaker);
  const records = own?.records ?? 0;
  if (hasRecord) return { publisher, register, ...any, records };
  return { publisher, register, ...any, records: records + 1, itself: reporter };
}

async function newestOf(house: House, publisher: string, kind: readonly string[]) {
  const filters = { kind, organisation: [publisher] };
  const { total, hits } = askIndex(house, { ...newestFirst, filters, limit: 1, count: [] });
  const [hit] = hits;
  if (hit === undefined) return undefined;
  const [newest] = await inForce(house, [hit.recordId]);
  const known = house.board.records([hit.recordId]).get(hit.recordId);
  if (newest === undefined) return undefined;
  const { at = newest.changedAt, changed = 0 } = known ?? {};
  return { records: total, changedAt: at, changed, newest };
}

/** The records of a file, oldest first, with what their sources said, as everybody may have it. */
export function recordsOf(house: House, { publisher, register }: IatiFile): AsyncGenerator<Presented> {
  const filters = { kind: [register], organisation: [publisher] };
  return collect(house, { words: '', lang: 'en', filters, sort: 'oldest' }, { keptFor: 'everybody' });
}

const newestFirst = { words: '', lang: 'en', sort: 'newest', offset: 0 } as const;
