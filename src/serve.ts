import { randomBytes } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono, type MiddlewareHandler } from 'hono';
import { apiApp } from './api/api-app.ts';
import type { OpenHouse, Terminal } from './cli/doors.ts';
import type { Settings } from './config.ts';
import { openInputFile } from './exchange/files/open-input-file.ts';
import { Fault } from './kernel/fault.ts';
import { sendMail } from './mailing.ts';
import { openOffice } from './open-office.ts';
import { follow } from './operations/follow.ts';
import type { House, Office } from './operations/house.ts';
import { ingest } from './operations/ingest/ingest.ts';
import { webApp } from './web/routes.ts';

export interface ServeOptions {
  readonly terminal: Terminal;
  readonly version: string;
  /** Folder of the starter collection, loaded into a house in which nothing was ever written. */
  readonly starterFolder?: string;
}

/** How often news written by other processes is looked for, and how often the index is put on disk, in milliseconds. */
const lookEvery = 500;
const saveEvery = 60_000;
/** How often it is looked whether a post is to be told something, in milliseconds. */
const mailEvery = 60_000;
/** How long the link for the first administrator is good, in minutes. */
const firstLinkMinutes = 60;

/** Opens the doors and keeps them open until told to stop. @throws Fault `addressInUse`. */
export async function serveHouse(
  settings: Settings,
  open: () => Promise<OpenHouse>,
  { terminal, version, starterFolder }: ServeOptions,
): Promise<void> {
  const { house, close } = await open();
  const { office, close: closeOffice } = await openOffice(house, settings);
  try {
    if (starterFolder !== undefined && (await house.log.head()) === 0)
      await loadStarter(house, starterFolder, terminal);
    await follow(house);
    const app = await joinDoors(office, settings, version, terminal);
    const { server, port } = await listen(app, settings);
    terminal.out(
      `Southbridge is open at http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}/\n`,
    );
    await sayHowToBegin(office, port, settings, terminal);
    const stopTimers = keepFresh(office, terminal);
    await stopSignal();
    stopTimers();
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 3_000).unref();
    });
  } finally {
    await closeOffice();
    await close();
  }
}

/** As long as nobody can sign in, a link that makes the first administrator; good once. */
async function sayHowToBegin(
  { accounts, publicAddress }: Office,
  port: number,
  settings: Settings,
  terminal: Terminal,
): Promise<void> {
  if (!(await accounts.isEmpty())) return;
  const start = settings.publicAddress === '' ? publicAddress.replace(/:\d+$/, `:${port}`) : publicAddress;
  const secret = await accounts.letter({ purpose: 'firstAdministrator' }, firstLinkMinutes);
  terminal.out(
    `Nobody can sign in yet. Open this within an hour to become the first administrator:\n  ${start}/en/first-administrator?secret=${secret}\n`,
  );
}

async function loadStarter(house: House, folder: string, terminal: Terminal): Promise<void> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort();
  let records = 0;
  for (const name of files) {
    const { counts } = await ingest(house, await openInputFile(join(folder, name)), { door: 'starter' });
    records += counts.created;
  }
  terminal.out(`Loaded the starter collection: ${records} records, observed by third parties.\n`);
}

async function joinDoors(
  house: Office,
  settings: Settings,
  version: string,
  terminal: Terminal,
): Promise<Hono> {
  const app = new Hono();
  const { publicAddress } = settings;
  app.use('*', onlyKnownMethods);
  const onFailure = (error: Error) => terminal.err(`${error.stack ?? error.message}\n`);
  app.route(
    '/',
    apiApp(house, { version, publicAddress, writeKey: await writeKey(settings.dataDir), onFailure }),
  );
  app.route(
    '/',
    webApp(house, { publicAddress, cacheBytes: settings.cacheMegabytes * 1_000_000, onFailure }),
  );
  return app;
}

/** Pages are read and take forms; data addresses are written to. */
const onlyKnownMethods: MiddlewareHandler = async (context, next) => {
  const { method, path } = context.req;
  const writes = /\.json$/.test(path);
  if (['GET', 'HEAD', 'OPTIONS', 'POST'].includes(method) || (writes && method === 'PUT')) return next();
  return context.body(null, 405, { allow: writes ? 'GET, HEAD, PUT, POST' : 'GET, HEAD, POST' });
};

/** The secret that an editing program shows: made on first start, readable by the owner of the folder only. */
async function writeKey(dataDir: string): Promise<string> {
  const file = join(dataDir, 'write.key');
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch {
    const key = randomBytes(32).toString('base64url');
    await writeFile(file, `${key}\n`, { mode: 0o600, flag: 'wx' });
    return key;
  }
}

function listen(app: Hono, { host, port }: Settings): Promise<{ server: Server; port: number }> {
  return new Promise((resolve, reject) => {
    // The adapter makes a plain HTTP server unless told otherwise.
    const server = serve({ fetch: app.fetch, hostname: host, port }, (info) =>
      resolve({ server, port: info.port }),
    ) as Server;
    server.on('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE' ? new Fault('addressInUse', { place: `${host}:${port}` }, error) : error,
      );
    });
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
  const mail = setInterval(
    guarded(() => sendMail(house)),
    mailEvery,
  );
  return () => {
    clearInterval(look);
    clearInterval(save);
    clearInterval(mail);
  };
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
