/**
 * A node on disk as it is after three years of review: 100,000 records, 30,000 of them reports of 65 countries, 200 posts
 * whose holders can sign in. Made once and kept in the temporary folder; every benchmark works on a copy of its own.
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAccounts } from '../src/accounts/open-accounts.ts';
import { openBoard } from '../src/board/open-board.ts';
import { defaultLimits } from '../src/exchange/limits.ts';
import { openIndex } from '../src/index/open-index.ts';
import { systemClock } from '../src/kernel/clock.ts';
import { reportFiles } from '../src/log/report-files.ts';
import { openSqliteLog } from '../src/log/sqlite-log.ts';
import { letterWords } from '../src/mailing.ts';
import { follow } from '../src/operations/follow.ts';
import type { House, Office } from '../src/operations/house.ts';
import type { Accounts, Session } from '../src/operations/ports/accounts.ts';
import type { NewEntry, RecordLog } from '../src/operations/ports.ts';
import { emlFolder } from '../src/outbox/eml-folder.ts';
import { openOutbox } from '../src/outbox/open-outbox.ts';
import { openProofs } from '../src/proofs/open-proofs.ts';
import { careFor } from '../src/registers/all-registers.ts';
import { digestVersion } from '../src/registers/digest.ts';
import { machineOf } from '../src/service/machine.ts';
import { openUploads } from '../src/uploads/open-uploads.ts';
import { allLabels } from '../tests/fixtures/all-labels.ts';
import { passingFolder } from '../tests/fixtures/at-exit.ts';
import { postProfiles } from './office-posts.ts';
import { type OfficeSize, recordEntries } from './office-records.ts';

/** Of everybody at the node. */
const password = 'seven wells and a pump';
const publicAddress = 'http://127.0.0.1:8040';
const batch = 1_000;
const thisMonth = new Date(new Date().toISOString().slice(0, 7));

export interface BenchOffice {
  readonly office: Office;
  readonly folder: string;
  /** Closes it and removes the folder. */
  drop(): Promise<void>;
}

/** Opens a copy of the node in a folder of its own. */
export async function openOfficeCopy(size: OfficeSize): Promise<BenchOffice> {
  const folder = await copyOfOffice(size);
  const { office, close } = await openOfficeIn(folder);
  return {
    office,
    folder,
    drop: async () => {
      await close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A copy of the node, closed; made first where there is none. */
export async function copyOfOffice(size: OfficeSize): Promise<string> {
  const kept = keptFolder(size);
  if (!existsSync(kept)) await makeOffice(kept, size);
  await bringUpToDate(kept);
  const folder = passingFolder('bench');
  cpSync(kept, folder, { recursive: true });
  return folder;
}

/** Signs the holder of a post in with the password, as a person would. */
export async function signedIn({ accounts }: Office, post: string): Promise<Session> {
  const { email } = credentialsOf(post);
  const came = await accounts.signIn(email, password, { network: 'bench' });
  if (!('session' in came)) throw new Error(`${post} is asked for a second factor`);
  return came.session;
}

/** What the holder of a post types to sign in. */
export function credentialsOf(post: string): { readonly email: string; readonly password: string } {
  return { email: `${post}@example.org`, password };
}

/** Named by everything that it is made of: another size, another month or other code makes another one. */
function keptFolder(size: OfficeSize): string {
  const code = ['office-posts.ts', 'office-records.ts', 'corpus.ts'].map((name) =>
    readFileSync(join(import.meta.dirname, name), 'utf8'),
  );
  const made = createHash('sha256')
    .update(JSON.stringify([size, thisMonth, code]))
    .digest('hex');
  return join(tmpdir(), `southbridge-bench-office-${made.slice(0, 16)}`);
}

async function makeOffice(folder: string, size: OfficeSize): Promise<void> {
  console.log(`making a node of ${size.records} records, kept in ${folder}`);
  const making = `${folder}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making);
  const accounts = await openAccounts({
    file: join(making, 'accounts.db'),
    clock: systemClock,
    publicAddress,
  });
  const log = openSqliteLog({ file: join(making, 'southbridge.db') });
  await writePosts(log, accounts);
  let waiting: NewEntry[] = [];
  for (const entry of recordEntries(size, thisMonth)) {
    waiting.push(entry);
    if (waiting.length < batch) continue;
    await log.append(waiting);
    waiting = [];
  }
  await log.append(waiting);
  await log.close();
  await accounts.close();
  renameSync(making, folder);
}

/** Follows what the kept node has not followed yet: all of it at first, and whenever the rules of projections change. */
async function bringUpToDate(folder: string): Promise<void> {
  const { close } = await openOfficeIn(folder);
  await close();
}

/** Opens the node in a folder as the program does, caught up with its log. */
export async function openOfficeIn(
  folder: string,
): Promise<{ readonly office: Office; close(): Promise<void> }> {
  const { version }: { version: string } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'),
  );
  const index = await openIndex({
    name: 'everybody',
    rules: `${version} ${digestVersion}`,
    folder: join(folder, 'index'),
  });
  const house: House = {
    log: openSqliteLog({ file: join(folder, 'southbridge.db') }),
    index,
    board: openBoard({
      folder: join(folder, 'index'),
      rules: version,
      careFor,
    }),
    clock: systemClock,
    limits: defaultLimits,
    labels: allLabels,
    mappings: [],
    onChange: new Set(),
  };
  const known = index.position();
  await follow(house);
  if (index.position() !== known) await index.save();
  const accounts = await openAccounts({
    file: join(folder, 'accounts.db'),
    clock: systemClock,
    publicAddress,
  });
  const outbox = openOutbox({
    file: join(folder, 'outbox.db'),
    transport: emlFolder(join(folder, 'outbox')),
    from: 'Southbridge <node@example.org>',
  });
  return {
    office: {
      ...house,
      accounts,
      outbox,
      machine: machineOf(folder),
      proofs: openProofs({ log: house.log, clock: house.clock }),
      words: letterWords,
      uploads: openUploads({ file: ':memory:' }),
      reports: reportFiles(join(folder, 'reports')),
      secondFactor: false,
      publicAddress,
    },
    close: async () => {
      await outbox.close();
      await accounts.close();
      house.board.close();
      await index.close();
      await house.log.close();
    },
  };
}

/** A focal point and clerks in every country, the rest secretariats; each held by an account of its own. */
async function writePosts(log: RecordLog, accounts: Accounts): Promise<void> {
  const profiles = postProfiles();
  const at = new Date(thisMonth.getTime() - 1_200 * 86_400_000).toISOString();
  const from = at.slice(0, 10);
  const entries = await Promise.all(
    profiles.map(async ([postId, profile]): Promise<NewEntry[]> => {
      const person = { ...credentialsOf(postId), name: `Holder of ${postId}`, language: 'en' as const };
      const { id: account } = await accounts.create(person);
      const base = { postId, post: 'node', at };
      return [
        { kind: 'post', event: { ...base, type: 'opened', profile } },
        { kind: 'post', event: { ...base, type: 'appointed', tenure: { account, deputy: false, from } } },
      ];
    }),
  );
  await log.append(entries.flat());
}
