import { hash } from 'node:crypto';
import { z } from 'zod';
import { Fault } from '../kernel/fault.ts';
import type { BackupPlace } from './place.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** Within the data folder, with `/`. */
const path = z.string().regex(/^(?!.*\.\.)[\w-][\w./-]*$/);
/** A file as manifests named it before files went in pieces: packed as a whole. */
const wholeFile = z
  .object({ path, mode: z.int(), bytes: z.int(), digest })
  .transform(({ digest: one, ...file }) => ({ ...file, pieces: [one] }));

const manifest = z.object({
  /** 2 since files go in pieces. */
  form: z.union([z.literal(1), z.literal(2)]),
  /** Instant, ISO 8601 UTC. */
  at: z.string(),
  /** Entries in the log, and the root of the tree over them: the state that a restored node has to be in. */
  size: z.int().min(0),
  root: digest,
  /** Names of segments, in the order of their entries. */
  segments: z.array(z.string()),
  files: z.array(
    z.union([
      z.object({
        path,
        /** Rights, as in 0o600. */
        mode: z.int(),
        bytes: z.int(),
        /** Digests of its packed pieces, in their order; each has the name `files/<digest>`. */
        pieces: z.array(digest),
      }),
      wholeFile,
    ]),
  ),
});

/** What one backup holds. */
export type Manifest = z.infer<typeof manifest>;

const folder = 'manifests/';

/** Puts it last: from then on the backup is there. Gives its name. */
export async function putManifest(place: BackupPlace, made: Manifest): Promise<string> {
  const bytes = Buffer.from(JSON.stringify(made));
  const name = `${folder}${made.at.replaceAll(/[:.]/g, '-')}.${hash('sha256', bytes)}`;
  await place.put(name, bytes);
  return name;
}

/** Names of all finished backups, oldest first. */
export async function manifestNames(place: BackupPlace): Promise<readonly string[]> {
  return (await place.list(folder)).map(({ name }) => name);
}

/** @throws Fault `backupDamaged` {file} where it is not what its name says. */
export async function getManifest(place: BackupPlace, name: string): Promise<Manifest> {
  const bytes = await place.get(name);
  if (bytes === undefined || hash('sha256', bytes) !== name.split('.').at(-1))
    throw new Fault('backupDamaged', { file: `${place.name}/${name}` });
  try {
    return manifest.parse(JSON.parse(Buffer.from(bytes).toString()));
  } catch (error) {
    throw new Fault('backupDamaged', { file: `${place.name}/${name}` }, error);
  }
}

/** The newest finished backup. @throws Fault `backupUnfinished` {file} where there is none; `backupDamaged`. */
export async function newestManifest(place: BackupPlace): Promise<Manifest> {
  const name = (await manifestNames(place)).at(-1);
  if (name === undefined) throw new Fault('backupUnfinished', { file: place.name });
  return getManifest(place, name);
}

/** Everything that a backup needs to be in the place. */
export function namesIn({ segments, files }: Manifest): readonly string[] {
  return [...segments, ...files.flatMap(({ pieces }) => pieces.map((piece) => `files/${piece}`))];
}
