import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type BesideLog, besideInDatabase, besideInFolder, copyBeside } from './beside-log.ts';
import type { MoveDone, MoveRequest } from './cli/doors.ts';
import type { Settings } from './config.ts';
import { databaseAddress } from './database/database-address.ts';
import { Fault } from './kernel/fault.ts';
import { copyLog, type StoredLog, storedInFile, storedInPostgres } from './log/copy-log.ts';
import { openLog } from './open-log.ts';
import type { LogReport } from './operations/ports.ts';

/** All that a node keeps, wherever it stands. */
interface Place {
  readonly name: string;
  readonly log: StoredLog;
  readonly beside: BesideLog;
  verify(onProgress: (done: number, all: number) => void): Promise<LogReport>;
  close(): Promise<void>;
}

/**
 * Copies a whole node to another place: a database (`postgres://…`) or a folder. Nothing is taken away from where it was.
 * Broken off, it goes on when it is called again. The node should not be served meanwhile: what is written then is
 * copied by another call.
 * @throws Fault as `copyLog`, `copyBeside` and the opening of a log say.
 */
export async function moveNode(
  settings: Settings,
  { to: target, onProgress }: MoveRequest,
): Promise<MoveDone> {
  const isDatabase = /^postgres(ql)?:/.test(target);
  const there = isDatabase
    ? { dataDir: settings.dataDir, databaseUrl: addressOf(target) }
    : { dataDir: resolve(target), databaseUrl: '' };
  await mkdir(settings.dataDir, { recursive: true });
  await mkdir(there.dataDir, { recursive: true });
  const from = await placeOf(settings);
  try {
    const to = await placeOf(there);
    try {
      const end = await copyLog(from.log, to.log, to.name, (done, all) => onProgress('log', done, all));
      const beside = await copyBeside(from.beside, to.beside);
      const { damage } = await to.verify((done, all) => onProgress('verify', done, all));
      const [wrong] = damage;
      if (wrong !== undefined) throw new Fault('logDamaged', { file: to.name, seq: wrong.seq });
      return { entries: end.seq, digest: end.digest, ...beside };
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

/** @throws Fault `badSetting`. */
function addressOf(url: string): string {
  try {
    databaseAddress(url);
    return url;
  } catch (error) {
    const right = error instanceof Error ? error.message : '';
    throw new Fault('badSetting', { place: '--to', got: url.replace(/:[^:@/]*@/, ':•••@'), right }, error);
  }
}

async function placeOf(where: Pick<Settings, 'dataDir' | 'databaseUrl'>): Promise<Place> {
  // Opened as the node opens it: brought to today's schema, and refused where it is none of ours.
  const { log: opened, postgres, close } = await openLog(where);
  const log =
    postgres === undefined ? storedInFile(join(where.dataDir, 'southbridge.db')) : storedInPostgres(postgres);
  const beside = postgres === undefined ? besideInFolder(where.dataDir) : await besideInDatabase(postgres);
  return {
    name: postgres?.name ?? where.dataDir,
    log,
    beside,
    verify: (onProgress) => opened.verify(onProgress),
    close: async () => {
      await beside.close();
      await log.close();
      await close();
    },
  };
}
