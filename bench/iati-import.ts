/**
 * How fast a whole import of IATI XML is: builds a file of 50 MB in the temporary folder out of real activities with new
 * identifiers, and times `xmllint --stream --noout` (the yardstick) and `southbridge import` into an empty house by turns,
 * with the memory that the import takes; then the memory for 250 MB, and for records made to take as much as the limits let
 * through. Then the floor of it: how long each stage takes by itself, each in a fresh process. Processor time is printed beside the time that passed: the first hardly suffers from what else the machine does.
 *
 * node bench/iati-import.ts [folder with publishers' files]
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openInputFile } from '../src/exchange/files/open-input-file.ts';
import { readIati } from '../src/exchange/iati/read-iati.ts';
import { defaultLimits } from '../src/exchange/limits.ts';
import { decodeXml } from '../src/exchange/xml/decode-xml.ts';
import { XmlScanner } from '../src/exchange/xml/xml-scanner.ts';
import { shippedTables } from '../src/vocabulary/iati-tables.ts';
import { tell } from './figures.ts';
import { buildIatiFile, publishersFolder } from './iati-file.ts';

const rounds = 3;
const sizes = { timed: 50_000_000, large: 250_000_000 };
const goals = { ratio: 0.25, megabytes: 300, tenThousand: { seconds: 60, megabytes: 200 } };
const program = join(import.meta.dirname, '../bin/southbridge.js');
/** Says at its end how much memory the process had at most, in KiB. */
const tellPeak =
  'data:text/javascript,process.on("exit",()=>console.error("peak "+process.resourceUsage().maxRSS))';

interface Run {
  readonly seconds: number;
  readonly processor: number;
  /** At most, in MB; 0 where the program does not say. */
  readonly megabytes: number;
  /** As the program counts them; 0 where it does not say. */
  readonly rows: number;
}

/** Runs a command through a shell, which knows the processor time of what it ran. */
function run(command: readonly string[], environment: Record<string, string> = {}): Run {
  const start = performance.now();
  const answer = execFileSync('/bin/sh', ['-c', '"$@" 2>&1 || true; times', 'sh', ...command], {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
    maxBuffer: 100_000_000,
  });
  const seconds = (performance.now() - start) / 1000;
  const times = answer.trim().split('\n').at(-1) ?? '';
  const processor = [...times.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, rest]) => sum + Number(minutes) * 60 + Number(rest),
    0,
  );
  const peaks = [...answer.matchAll(/^peak (\d+)$/gm)].map(([, kibibytes]) => Number(kibibytes));
  const rows = Number(/([\d,]+) rows:/.exec(answer)?.[1]?.replaceAll(',', '') ?? 0);
  return { seconds, processor, megabytes: Math.max(0, ...peaks) / 1024, rows };
}

function importInto(folder: string, path: string): Run {
  const data = mkdtempSync(join(folder, 'data-'));
  try {
    const command = [process.execPath, '--import', tellPeak, program, 'import', '--quiet', path];
    return run(command, { DATA_DIR: data });
  } finally {
    rmSync(data, { recursive: true });
  }
}

function summary(name: string, runs: readonly Run[]): { readonly best: number; readonly processor: number } {
  const seconds = runs.map((one) => one.seconds).sort((a, b) => a - b);
  const [best = 0] = seconds;
  const median = seconds[Math.floor(seconds.length / 2)] ?? 0;
  const processor = Math.min(...runs.map((one) => one.processor));
  console.log(
    `${name.padEnd(26)} best ${best.toFixed(2)} s, median ${median.toFixed(2)} s, processor ${processor.toFixed(2)} s`,
  );
  return { best, processor };
}

function memory(what: string, megabytes: number, none: number): void {
  tell({
    what: `IATI import, memory: ${what}`,
    measured: `at most ${megabytes.toFixed(0)} MB`,
    yardstick: 'an import of an empty file',
    ratio: (megabytes / none).toFixed(2),
    goal: `${goals.megabytes} MB`,
    met: megabytes <= goals.megabytes,
  });
}

/** Ten thousand activities with all three layers of the check, reckoned from a file with more of them. */
function tenThousand({ seconds, megabytes, rows }: Run, none: Run): void {
  const took = (seconds - none.seconds) * (10_000 / rows);
  const more = megabytes - none.megabytes;
  tell({
    what: 'IATI import, 10,000 activities with all layers',
    measured: `${took.toFixed(1)} s, ${more.toFixed(0)} MB more than for none`,
    yardstick: 'none',
    ratio: '',
    goal: `${goals.tenThousand.seconds} s, ${goals.tenThousand.megabytes} MB`,
    met: took <= goals.tenThousand.seconds && more <= goals.tenThousand.megabytes,
  });
}

/** Stages of an import, each with all before it, that a process of this file goes through by itself. */
const stages: Readonly<Record<string, (path: string) => Promise<void>>> = {
  'and going through all elements': async (path) => {
    const file = await openInputFile(path);
    const silent = { wants: () => true, open: () => {}, text: () => {}, close: () => {} };
    const scanner = new XmlScanner(silent, defaultLimits, path);
    for await (const text of decodeXml(file.bytes(), path)) scanner.write(text);
    scanner.end();
  },
  'and understanding the records': async (path) => {
    for await (const _ of readIati(await openInputFile(path), defaultLimits));
  },
  'and the standard, and keeping': async (path) => {
    const standard = { tables: shippedTables, now: new Date().toISOString() };
    for await (const _ of readIati(await openInputFile(path), defaultLimits, { keep: true, standard }));
  },
};

/** What no import of this program can do without, stage by stage, against the time that the goal leaves for all of it. */
function floors(path: string, yardstick: number, start: number, whole: number): void {
  const allowed = yardstick / goals.ratio;
  const line = (name: string, processor: number) =>
    console.log(
      `  ${name.padEnd(32)} ${processor.toFixed(2)} s of processor, ${(processor / allowed).toFixed(2)} of what the goal leaves`,
    );
  const least = (make: () => Run) => Math.min(...Array.from({ length: rounds }, () => make().processor));
  console.log(`the goal leaves ${allowed.toFixed(2)} s of processor for all of it; of that take`);
  line('the start, an empty file', start);
  for (const name of Object.keys(stages))
    line(
      name,
      least(() => run([process.execPath, import.meta.filename, '--stage', name, path])),
    );
  line('and writing: the whole import', whole);
}

/** Four records, each about as long as a record may be, of elements that take much memory for few characters. */
function hostileFile(path: string, element: string): void {
  const counted = element.length + 20 * (element.match(/<\w/g)?.length ?? 0);
  const times = Math.floor((defaultLimits.rowCharacters - 1_000) / counted);
  const records = [1, 2, 3, 4].map(
    (n) =>
      `<iati-activity><iati-identifier>X-${n}</iati-identifier><title><narrative>T</narrative></title>${element.repeat(times)}</iati-activity>`,
  );
  writeFileSync(path, `<iati-activities version="2.03">${records.join('\n')}</iati-activities>`);
}

const hostile: Readonly<Record<string, string>> = {
  'hostile: sectors': '<sector code="x"/>',
  'hostile: empty elements': '<budget/>',
  'hostile: findings': '<transaction><transaction-type code="2"/><value currency="X">n</value></transaction>',
};

async function compare(publishers: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'southbridge-import-'));
  try {
    const path = join(folder, 'activities.xml');
    await buildIatiFile(publishers, path, sizes.timed);
    const yardsticks: Run[] = [];
    const imports: Run[] = [];
    for (let round = 0; round < rounds; round += 1) {
      yardsticks.push(run(['xmllint', '--stream', '--noout', path]));
      imports.push(importInto(folder, path));
    }
    const yardstick = summary('xmllint --stream --noout', yardsticks);
    const whole = summary('southbridge import', imports);
    const ratio = yardstick.best / whole.best;
    tell({
      what: 'IATI import, speed (50 MB)',
      measured: `${whole.best.toFixed(2)} s, ${whole.processor.toFixed(2)} s of processor`,
      yardstick: 'the speed of xmllint --stream --noout',
      ratio: ratio.toFixed(2),
      goal: `${goals.ratio} of it`,
      met: ratio >= goals.ratio,
    });
    const empty = join(folder, 'empty.xml');
    writeFileSync(empty, '<iati-activities version="2.03"></iati-activities>');
    const starts = Array.from({ length: rounds }, () => importInto(folder, empty));
    const none = starts.reduce((least, one) => (one.seconds < least.seconds ? one : least));
    floors(path, yardstick.processor, Math.min(...starts.map(({ processor }) => processor)), whole.processor);
    memory('50 MB', Math.max(...imports.map((one) => one.megabytes)), none.megabytes);
    await buildIatiFile(publishers, path, sizes.large);
    const large = importInto(folder, path);
    memory('250 MB', large.megabytes, none.megabytes);
    tenThousand(large, none);
    for (const [name, element] of Object.entries(hostile)) {
      hostileFile(path, element);
      memory(name, importInto(folder, path).megabytes, none.megabytes);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [first, stage = '', path = ''] = process.argv.slice(2);
if (first === '--stage') await stages[stage]?.(path);
else await compare(first ?? publishersFolder);
