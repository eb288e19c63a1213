import { randomBytes } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Terminal } from './cli/doors.ts';
import { trustedProxies } from './client-address.ts';
import type { Settings } from './config.ts';
import type { Postgres } from './database/postgres.ts';
import { openInputFile } from './exchange/files/open-input-file.ts';
import { joinDoors, readyPages } from './join-doors.ts';
import { leadsHere } from './kernel/own-machine.ts';
import { sendMail } from './mailing.ts';
import type { OpenedHouse } from './open-log.ts';
import { openOffice } from './open-office.ts';
import { checkClock } from './operations/check-clock.ts';
import { follow } from './operations/follow.ts';
import { reckonAhead } from './operations/follow-up/reckon-ahead.ts';
import type { House, Office } from './operations/house.ts';
import { ingest } from './operations/ingest/ingest.ts';
import { nodeStanding } from './operations/node-standing.ts';
import { sweepUploads } from './operations/uploads/sweep-uploads.ts';
import { quickly } from './service/at-hand.ts';
import { openDoor } from './service/door.ts';
import { openFigures } from './service/figures.ts';
import { openFiguresDoor } from './service/figures-door.ts';
import { inBatches } from './service/in-batches.ts';
import { logLines } from './service/log-lines.ts';
import { Watch, watched } from './service/watched.ts';
import { commonPages } from './web/common-pages.ts';

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
/** How often it is looked whether the boards of today are reckoned, in milliseconds. */
const reckonEvery = 20_000;
/** How often forms and files whose time is over are thrown away, in milliseconds. */
const sweepEvery = 600_000;
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
    await checkClock(house.log, house.clock);
    const door = await openDoor(settings);
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
    const { lines, figures, close: closeWatch } = await watch(office, settings, terminal);
    closers.push(closeWatch);
    const watching = new Watch({ lines, figures, mostAtOnce: settings.requestsAtOnce });
    const cacheBytes = settings.cacheMegabytes * 1_000_000;
    const common = commonPages(office, { cacheBytes, listsLastMs });
    const app = joinDoors(
      office,
      {
        version,
        publicAddress: settings.publicAddress,
        requestsPerMinute: settings.requestsPerMinute,
        writeKey: await writeKey(settings.dataDir, postgres),
        adminEmail: adminEmailOf(settings),
        cacheBytes,
        proxies: trustedProxies(settings.trustedProxies),
        onFailure: (error) => lines.failure(error),
        before: watched(watching, door.turns),
      },
      common,
    );
    door.serve(app, quickly(readyPages(common), watching));
    const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
    // Before it says that it is open: whoever reads that may stop it at once.
    const stopped = stopSignal();
    terminal.out(`Southbridge is open at http://${host}:${door.port}/\n`);
    sayWhatIsWanting(office, terminal);
    await sayHowToBegin(office, terminal);
    const stopTimers = keepFresh(office, (error) => lines.failure(error));
    await stopped;
    lines.note('info', 'stopping');
    stopTimers();
  } finally {
    for (const one of closers) await one();
  }
}

/** Log lines and figures of a node, and the port of their own on which the figures are shown where one is set. */
async function watch(office: Office, settings: Settings, terminal: Terminal) {
  const batches = inBatches((text) => terminal.err(text));
  const level = settings.logLevel === '' ? (terminal.screen ? 'warn' : 'info') : settings.logLevel;
  const lines = logLines({ level, write: batches.write });
  const figures = openFigures(() => nodeStanding(office));
  const { metricsHost: host, metricsPort: port } = settings;
  const door = port === 0 ? undefined : await openFiguresDoor(figures, { host, port });
  return {
    lines,
    figures,
    close: async () => {
      await door?.close();
      batches.flush();
    },
  };
}

/** Letters and citations want an address that others can follow. */
function sayWhatIsWanting({ publicAddress }: Office, terminal: Terminal): void {
  if (leadsHere(publicAddress)) return;
  terminal.out(
    `PUBLIC_ADDRESS does not say where others reach this node: citations name no address, and links in letters lead to ${publicAddress}.\n`,
  );
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

function keepFresh(house: Office, onFailure: (error: Error) => void): () => void {
  let saved = house.index.position();
  const guarded = (job: () => Promise<unknown>) => () => {
    job().catch((error: unknown) => onFailure(error instanceof Error ? error : new Error(String(error))));
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
  const ahead = guarded(() => reckonAhead(house));
  const reckon = setInterval(ahead, reckonEvery);
  ahead();
  const tidy = guarded(() => sweepUploads(house));
  const sweep = setInterval(tidy, sweepEvery);
  tidy();
  return () => {
    clearInterval(look);
    clearInterval(save);
    clearInterval(mail);
    clearInterval(reckon);
    clearInterval(sweep);
    void stopWatching?.();
  };
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
