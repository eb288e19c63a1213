import { setFlagsFromString } from 'node:v8';
import { Command } from 'commander';
import { openInputFile } from '../exchange/files/open-input-file.ts';
import { Fault } from '../kernel/fault.ts';
import type { House } from '../operations/house.ts';
import { dryLog } from '../operations/ingest/dry-log.ts';
import { type Ingested, ingest } from '../operations/ingest/ingest.ts';
import { noOutcomes, type Outcome, outcomes, type Verdict } from '../operations/ingest/verdict.ts';
import type { Doors } from './doors.ts';
import { writeReport } from './internal/import-report.ts';
import { progress } from './progress.ts';
import { faultWords, findingWords, placeWords } from './words.ts';

interface ImportOptions {
  readonly report?: string;
  readonly json?: boolean;
  readonly strict?: boolean;
  readonly again?: boolean;
  readonly quiet?: boolean;
  readonly preview?: boolean;
}

const examples = `
Takes IATI activity and organisation XML (2.01 to 2.03), tables that a mapping knows (CSV, JSON Lines), our own JSON
Lines, CSV and Excel; also packed with gzip. Every row gets one verdict: created, updated, unchanged, merged, refused, or
set aside where a country has spoken for the record itself.

Examples:
  southbridge import activities.xml
  southbridge import projects-2023.csv.gz --report verdicts.xlsx
  southbridge import *.jsonl --json > verdicts.jsonl
  southbridge import list.xlsx --preview`;

export function importCommand(doors: Doors, exit: (code: number) => void): Command {
  return new Command('import')
    .description('Take in files, row by row, with one verdict a row')
    .argument('<file...>', 'files to take in')
    .option('--report <file>', 'write all verdicts into an Excel workbook')
    .option('--json', 'write one verdict a line, as JSON')
    .option('--preview', 'say what would become of each row, and write nothing')
    .option('--strict', 'exit with 3 when rows were refused')
    .option('--again', 'take a file at its word even if this very file was taken in before')
    .option('--quiet', 'print the summary only')
    .addHelpText('after', examples)
    .action(async (files: string[], options: ImportOptions) => {
      // Rows pass by and are gone; left alone, V8 lets the room for them grow by 100 MB and more, which saves no time here.
      setFlagsFromString('--semi-space-growth-factor=1');
      setFlagsFromString('--heap-growing-percent=100');
      const { house, close } = await doors.open({ index: false });
      try {
        const used = options.preview === true ? { ...house, log: dryLog(house.log) } : house;
        exit(await importAll(doors, used, files, options));
      } finally {
        await close();
      }
    });
}

/** Files one after the other: one that cannot be read is named, and the next is taken. */
async function importAll(
  doors: Doors,
  house: House,
  files: readonly string[],
  options: ImportOptions,
): Promise<number> {
  const all: Record<Outcome, number> = { ...noOutcomes };
  const kept: Verdict[] = [];
  let failed = 0;
  for (const path of files) {
    const bar = progress(doors.terminal, path.split('/').at(-1) ?? path, 'rows');
    try {
      const file = await openInputFile(path);
      const done = await ingest(house, file, {
        door: 'import',
        again: options.again === true,
        onVerdict: (verdict) => {
          all[verdict.outcome] += 1;
          if (options.report !== undefined) kept.push(verdict);
          tell(doors, verdict, options);
        },
        onProgress: (taken, size, rows) => bar.update(taken, size, rows),
      });
      bar.end();
      if (options.json !== true) doors.terminal.out(`${summary(done, options.preview === true)}\n`);
    } catch (error) {
      bar.end();
      if (!(error instanceof Fault)) throw error;
      failed += 1;
      doors.terminal.err(`${path}: ${faultWords(error, doors.lang)}\n`);
    }
  }
  if (options.report !== undefined) await writeReport(options.report, kept, doors);
  if (options.json !== true && files.length > 1) doors.terminal.out(`All files: ${countsWords(all)}\n`);
  if (failed > 0) return 1;
  return options.strict === true && all.refused > 0 ? 3 : 0;
}

function tell(doors: Doors, verdict: Verdict, options: ImportOptions): void {
  if (options.json === true) {
    doors.terminal.out(`${JSON.stringify(verdict)}\n`);
  } else if (verdict.outcome === 'refused' && options.quiet !== true) {
    const why = verdict.findings
      .filter(({ severity }) => severity === 'error')
      .map((finding) => findingWords(finding, doors.lang))
      .join('; ');
    doors.terminal.err(`${verdict.file}, ${placeWords(verdict.place)}: refused. ${why}\n`);
  }
}

function summary({ file, counts, rows, intake }: Ingested, preview: boolean): string {
  const all = `${file}: ${rows.toLocaleString('en')} rows: ${countsWords(counts)}`;
  if (preview) return `${all} (preview: nothing was written)`;
  return intake === undefined ? all : `${all} (undo with "southbridge undo ${intake}")`;
}

function countsWords(counts: Readonly<Record<Outcome, number>>): string {
  return outcomes
    .map(
      (outcome) =>
        `${counts[outcome].toLocaleString('en')} ${outcome === 'setAside' ? 'set aside' : outcome}`,
    )
    .join(', ');
}
