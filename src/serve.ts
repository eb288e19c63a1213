import { randomBytes } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Terminal } from './cli/doors.ts';
import { trustedProxies } from './client-address.ts';
import type { Settings } from './config.ts';
import type { Postgres } from './database/postgres.ts';
import { openInputFile } from './exchange/files/open-input-file.ts';
import { joinDoors } from './join-doors.ts';
import { Fault } from './kernel/fault.ts';
import { sendMail } from './mailing.ts';
import type { OpenedHouse } from './open-log.ts';
import { openOffice } from './open-office.ts';
import { follow } from './operations/follow.ts';
import type { House, Office } from './operations/house.ts';
import { ingest } from './operations/ingest/ingest.ts';

export interface ServeOptions {
  readonly terminal: Terminal;
  readonly version: string;
  /** Folders of the starter collection, loaded into a house in which nothing was ever written. */
  readonly starterFolders: readonly string[];
}

/** How often news written by other processes is looked for, and how often the index is put on disk, in milliseconds. */
const lookEvery = 500;
const saveEvery = 60_000;
/** How often it is looked whether a post is to be told something, in milliseconds. */
const mailEvery = 60_000;
/** How long a list made for everybody is good enough while people write, in milliseconds. */
const listsLastMs = 1_000;
/** How long the link for the first administrator is good, in minutes. */
const firstLinkMinutes = 60;

/** Opens the doors and keeps them open until told to stop. @throws Fault `addressInUse`. */
export async function serveHouse(
  settings: Settings,
  open: () => Promise<OpenedHouse>,
  { terminal, version, starterFolders }: ServeOptions,
): Promise<void> {
  const { house, postgres, close } = await open();
  const closers = [close];
  try {
    const door = await listen(settings);
    closers.unshift(door.close);
    const { office, close: closeOffice } = await openOffice(
      house,
      { ...settings, port: door.port },
      postgres,
    );
    closers.splice(1, 0, closeOffice);
    if (starterFolders.length > 0)
      await once(postgres, async () => {
        if ((await house.log.head()) === 0) await loadStarter(house, starterFolders, terminal);
      });
    await follow(house);
    door.serve(
      joinDoors(office, {
        version,
        publicAddress: settings.publicAddress,
        requestsPerMinute: settings.requestsPerMinute,
        writeKey: await writeKey(settings.dataDir, postgres),
        adminEmail: adminEmailOf(settings),
        cacheBytes: settings.cacheMegabytes * 1_000_000,
        listsLastMs,
        proxies: trustedProxies(settings.trustedProxies),
        onFailure: (error) => terminal.err(`${error.stack ?? error.message}\n`),
      }),
    );
    const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
    terminal.out(`Southbridge is open at http://${host}:${door.port}/\n`);
    await sayHowToBegin(office, terminal);
    const stopTimers = keepFresh(office, terminal);
    await stopSignal();
    stopTimers();
  } finally {
    for (const one of closers) await one();
  }
}

/** As long as nobody can sign in, a link that makes the first administrator; good once. */
async function sayHowToBegin({ accounts, publicAddress }: Office, terminal: Terminal): Promise<void> {
  if (!(await accounts.isEmpty())) return;
  const secret = await accounts.letter({ purpose: 'firstAdministrator' }, firstLinkMinutes);
  terminal.out(
    `Nobody can sign in yet. Open this within an hour to become the first administrator:\n  ${publicAddress}/en/first-administrator?secret=${secret}\n`,
  );
}

/** Of nodes that start together with one database one does it, and the others wait until it is done. */
function once(postgres: Postgres | undefined, work: () => Promise<void>): Promise<void> {
  if (postgres === undefined) return work();
  return postgres.together(async ({ ask }) => {
    await ask("SET LOCAL lock_timeout = '10min'; SELECT pg_advisory_xact_lock(1396855636)");
    await work();
  });
}

async function loadStarter(house: House, folders: readonly string[], terminal: Terminal): Promise<void> {
  let records = 0;
  for (const folder of folders) {
    const files = (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort();
    for (const name of files) {
      const { counts } = await ingest(house, await openInputFile(join(folder, name)), { door: 'starter' });
      records += counts.created;
    }
  }
  terminal.out(`Loaded the starter collection: ${records} records, observed by third parties.\n`);
}

/** As harvesters want it: with a domain. */
function adminEmailOf({ adminEmail, mailFrom }: Settings): string {
  const [, mailbox = mailFrom] = /<([^<>]+)>/.exec(mailFrom) ?? [];
  const named = adminEmail === '' ? mailbox.trim() : adminEmail;
  return named.includes('.', named.indexOf('@')) ? named : `${named}.localdomain`;
}

/** The secret that an editing program shows: made on first start, readable by the owner of the folder only, or shared by all nodes. */
async function writeKey(dataDir: string, postgres: Postgres | undefined): Promise<string> {
  if (postgres !== undefined) {
    const { sharedSecret } = await import('./database/shared-secret.ts');
    return sharedSecret(postgres, 'write key', randomBytes(32).toString('base64url'));
  }
  const file = join(dataDir, 'write.key');
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch {
    const key = randomBytes(32).toString('base64url');
    await writeFile(file, `${key}\n`, { mode: 0o600, flag: 'wx' });
    return key;
  }
}

/** A port that is taken; what is asked there before the house stands ready waits. */
interface Door {
  readonly port: number;
  serve(app: Hono): void;
  close(): Promise<void>;
}

/** The port comes first: where any free one is taken, mails and passkeys must name the one that it is. */
function listen({ host, port }: Settings): Promise<Door> {
  const ready = Promise.withResolvers<Hono>();
  let app: Hono | undefined;
  const answer: Hono['fetch'] = (...asked) =>
    app === undefined ? ready.promise.then(({ fetch }) => fetch(...asked)) : app.fetch(...asked);
  return new Promise((resolve, reject) => {
    // The adapter makes a plain HTTP server unless told otherwise.
    const server = serve({ fetch: answer, hostname: host, port }, (info) =>
      resolve({
        port: info.port,
        serve: (made) => {
          app = made;
          ready.resolve(made);
        },
        close: () => closed(server),
      }),
    ) as Server;
    server.on('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE' ? new Fault('addressInUse', { place: `${host}:${port}` }, error) : error,
      );
    });
  });
}

/** Ends with the answers that are under way, and at last without them. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 3_000).unref();
  });
}

function keepFresh(house: Office, terminal: Terminal): () => void {
  let saved = house.index.position();
  const guarded = (job: () => Promise<unknown>) => () => {
    job().catch((error: unknown) => terminal.err(`${String(error)}\n`));
  };
  const look = setInterval(
    guarded(() => follow(house)),
    lookEvery,
  );
  const save = setInterval(
    guarded(async () => {
      if (house.index.position() === saved) return;
      saved = house.index.position();
      await house.index.save();
    }),
    saveEvery,
  );
  const stopWatching = house.log.watch?.(guarded(() => follow(house)));
  const mail = setInterval(
    guarded(() => sendMail(house)),
    mailEvery,
  );
  return () => {
    clearInterval(look);
    clearInterval(save);
    clearInterval(mail);
    void stopWatching?.();
  };
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
