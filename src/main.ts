import { readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { CommanderError } from 'commander';
import { openPlace } from './backup/open-place.ts';
import { openBoard } from './board/open-board.ts';
import type { Doors, OpenOffice, OpenOptions, ShownSetting, Terminal } from './cli/doors.ts';
import { program } from './cli/program.ts';
import { progress } from './cli/progress.ts';
import { faultWords } from './cli/words.ts';
import { readSettings, type SettingName, type Settings, settingsTable } from './config.ts';
import { Editions } from './exchange/iati/check/codelists/editions.ts';
import { defaultLimits } from './exchange/limits.ts';
import { LabelBook } from './exchange/tables/label-book.ts';
import { loadMappings } from './exchange/tables/load-mappings.ts';
import { openIndex } from './index/open-index.ts';
import { systemClock } from './kernel/clock.ts';
import { Fault } from './kernel/fault.ts';
import { type InterfaceLanguage, interfaceLanguages, isInterfaceLanguage } from './kernel/language-tag.ts';
import { conceptsWhenAsked } from './language/concepts/open-concepts.ts';
import { suggestersWhenAsked } from './language/suggest/open-suggesters.ts';
import { type OpenedHouse, openLog } from './open-log.ts';
import { follow } from './operations/follow.ts';
import type { House } from './operations/house.ts';
import { meaningsWhenAsked } from './operations/matching/meanings-when-asked.ts';
import { type KeyStore, keysInFolder } from './proofs/key-store.ts';
import { publicAddressOf } from './public-address.ts';
import { careFor } from './registers/all-registers.ts';
import { digestVersion } from './registers/digest.ts';
import { keepOwnProjection, markOwnProjection } from './service/own-projection.ts';
import { usableFolder } from './service/usable-folder.ts';
import { usefulnessFile } from './uploads/usefulness-file.ts';
import { sheetWords } from './wording/sheet-words.ts';

const projectFolder = fileURLToPath(new URL('..', import.meta.url));
const contentFolder = join(projectFolder, 'content');
/** One concept layer for all who ask about meanings. */
const concepts = conceptsWhenAsked(() => readWeights('concepts.bin'));

/** Opens the house in the settings' folder: the log always; the index, caught up with the log, where a command searches. */
async function openHouse(
  settings: Settings,
  terminal: Terminal,
  version: string,
  { index: wanted, afresh = false }: OpenOptions,
): Promise<OpenedHouse> {
  const index = wanted === true;
  const postsAlone = wanted === 'posts';
  await usableFolder(settings.dataDir);
  const indexFolder = join(settings.dataDir, 'index');
  if (afresh) await rm(indexFolder, { recursive: true, force: true });
  const { log, postgres, close: closeLog } = await openLog(settings, { postsAlone });
  if (index && (await keepOwnProjection(log, indexFolder)))
    terminal.err('The index was of another log: it is made again.\n');
  const projection = await openIndex({
    name: 'everybody',
    rules: `${version} ${digestVersion}`,
    ...(index ? { folder: indexFolder } : {}),
  });
  const board = openBoard({
    rules: version,
    careFor,
    ...(index ? { folder: indexFolder } : {}),
  });
  const before = projection.position();
  const house: House = {
    log,
    index: projection,
    board,
    clock: systemClock,
    limits: { ...defaultLimits, fileBytes: settings.maxFileMegabytes * 1_000_000 },
    labels: new LabelBook(interfaceLanguages.map((lang) => sheetWords(lang))),
    mappings: await loadMappings(join(contentFolder, 'mappings')),
    ...standardIn(settings),
    suggesters: suggestersWhenAsked(concepts, readWeights),
    usefulness: usefulnessFile(join(settings.dataDir, 'usefulness.jsonl')),
    meanings: meaningsWhenAsked(concepts),
    onChange: new Set(),
  };
  const mark = () => markOwnProjection(log, indexFolder);
  const isEmpty = index && (await log.head()) === 0;
  if (isEmpty) onFirstChange(house, mark);
  if (index) {
    const bar = progress(terminal, 'index', 'entries');
    await follow(house, (done, all) => bar.update(done, all));
    bar.end();
  } else if (postsAlone) await follow(house);
  return {
    house,
    ...(postgres === undefined
      ? {}
      : { postgres, shared: (await import('./beside-log.ts')).sharedParts(postgres) }),
    close: async () => {
      if (isEmpty) await mark();
      if (index && projection.position() !== before) await projection.save();
      board.close();
      await projection.close();
      await closeLog();
    },
  };
}

/** Where it fails, it is done at the end or, after a kill, what was to be marked is made again. */
function onFirstChange({ onChange }: House, work: () => Promise<void>): void {
  const once = () => {
    onChange.delete(once);
    work().catch(() => undefined);
  };
  onChange.add(once);
}

/** Weights are read when somebody first asks. */
function readWeights(name: string): Uint8Array {
  return readFileSync(join(contentFolder, 'weights', name));
}

/** The code lists in use and the schemas at hand: part of the house, and all that a check needs besides limits. */
function standardIn({ dataDir, iatiXsdDir }: Settings) {
  const editions = new Editions(join(dataDir, 'vocabulary'));
  return {
    codeTables: () => editions.tables(),
    ...(iatiXsdDir === '' ? {} : { schemaFolder: iatiXsdDir }),
  };
}

/** Where the keys lie that sign heads of the log. */
function logKeysIn({ dataDir }: Settings): string {
  return join(dataDir, 'log-keys');
}

/** Works with the keys where they stand: in that folder, or in the database that nodes share. */
async function withKeys<Answer>(
  settings: Settings,
  work: (keys: KeyStore) => Promise<Answer>,
): Promise<Answer> {
  const folder = logKeysIn(settings);
  if (settings.databaseUrl === '') return work(keysInFolder(folder));
  const { postgres, close } = await openLog(settings);
  try {
    if (postgres === undefined) return await work(keysInFolder(folder));
    const { keysOfAll } = await import('./beside-log.ts');
    return await work(await keysOfAll(postgres, folder));
  } finally {
    await close();
  }
}

/** The house with its accounts and mail. */
async function openWithPeople(open: () => Promise<OpenedHouse>, settings: Settings): Promise<OpenOffice> {
  const { house, postgres, close } = await open();
  try {
    // Loaded for commands that concern people only.
    const { openOffice } = await import('./open-office.ts');
    const { office, close: closeOffice } = await openOffice(house, settings, postgres);
    return {
      office,
      close: async () => {
        await closeOffice();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** One line from whoever sits at the keyboard. */
async function asked(question: string): Promise<string | undefined> {
  if (process.stdin.isTTY !== true) return undefined;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await lines.question(question);
  } finally {
    lines.close();
  }
}

function shownSettings(settings: Settings): readonly ShownSetting[] {
  // Object.keys forgets that the keys are the table's names.
  return (Object.keys(settingsTable) as SettingName[]).map((name) => {
    const { variable, fallback, help, secret } = settingsTable[name];
    const value = secret === true && settings[name] !== '' ? '•••' : settings[name];
    return { variable, value, fallback, help };
  });
}

/** The reader's language at a terminal: the first of LC_ALL, LC_MESSAGES and LANG that is one of ours. */
function terminalLanguage(): InterfaceLanguage {
  const tag = (process.env['LC_ALL'] ?? process.env['LC_MESSAGES'] ?? process.env['LANG'] ?? 'en').slice(
    0,
    2,
  );
  return isInterfaceLanguage(tag) ? tag : 'en';
}

async function main(): Promise<void> {
  const lang = terminalLanguage();
  const terminal: Terminal = {
    out: (text: string) => void process.stdout.write(text),
    err: (text: string) => void process.stderr.write(text),
    ask: asked,
    screen: process.stderr.isTTY === true,
    columns: process.stderr.columns ?? 80,
  };
  try {
    const settings = readSettings(process.env);
    const { version } = JSON.parse(await readFile(join(projectFolder, 'package.json'), 'utf8')) as {
      version: string;
    };
    const address =
      settings.publicAddress === '' ? `http://${settings.host}:${settings.port}` : settings.publicAddress;
    const doors: Doors = {
      version,
      terminal,
      lang,
      settings: () => shownSettings(settings),
      open: (options) => openHouse(settings, terminal, version, options),
      openOffice: (options) =>
        openWithPeople(() => openHouse(settings, terminal, version, options), settings),
      serve: async ({ starter }) => {
        // Only this command opens the doors: the others start without them.
        const { serveHouse } = await import('./serve.ts');
        await serveHouse(settings, () => openHouse(settings, terminal, version, { index: true }), {
          terminal,
          version,
          starterFolders: starter ? ['starter', 'marrakech'].map((name) => join(contentFolder, name)) : [],
        });
      },
      mirror: async (request) => {
        const { writeMirror } = await import('./web/mirror/mirror.ts');
        const { office, close } = await openWithPeople(
          () => openHouse(settings, terminal, version, { index: true }),
          settings,
        );
        try {
          return await writeMirror(office, { ...request, version, publicAddress: settings.publicAddress });
        } finally {
          await close();
        }
      },
      move: async (request) => (await import('./move-node.ts')).moveNode(settings, request),
      node: publicAddressOf(settings),
      dataDir: settings.dataDir,
      place: (named) =>
        openPlace(named, {
          keyId: settings.backupKeyId,
          secret: settings.backupKeySecret,
          region: settings.backupRegion,
        }),
      withKeys: (work) => withKeys(settings, work),
      standard: {
        limits: { ...defaultLimits, fileBytes: settings.maxFileMegabytes * 1_000_000 },
        clock: systemClock,
        ...standardIn(settings),
      },
      editions: new Editions(join(settings.dataDir, 'vocabulary')),
      address: (register, id, language) => `${address}/${language}/${register}/${id}`,
    };
    const exit = (code: number) => {
      process.exitCode = code;
    };
    await (await program(doors, exit, process.argv[2])).parseAsync(process.argv);
  } catch (error) {
    process.exitCode = exitCodeFor(error, (text) => terminal.err(text), lang);
  }
}

function exitCodeFor(error: unknown, say: (text: string) => void, lang: InterfaceLanguage): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof Fault) {
    say(`${faultWords(error, lang)}\n`);
    return 1;
  }
  // A reader such as `head` closed the pipe: it has seen enough.
  if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return 0;
  say(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return 1;
}

// A reader such as `head` may have seen enough: the rest is said to nobody, and the work is finished all the same.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
await main();
