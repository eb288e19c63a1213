import { writeFile } from 'node:fs/promises';
import { setFlagsFromString } from 'node:v8';
import { Command, Option } from 'commander';
import { openInputFile } from '../exchange/files/open-input-file.ts';
import { FindingReport } from '../exchange/iati/check/finding-report.ts';
import { layers, type StandardFinding } from '../exchange/iati/check/standard-finding.ts';
import { type TableRow, writeTable } from '../exchange/sheets/write-table.ts';
import { Fault } from '../kernel/fault.ts';
import { type InterfaceLanguage, interfaceLanguages } from '../kernel/language-tag.ts';
import { checkAgainstStandard, type Judged } from '../operations/standard/check-against-standard.ts';
import { faultText } from '../wording/fault-text.ts';
import { findingText } from '../wording/labels.ts';
import { type Translate, translator } from '../wording/messages.ts';
import type { Doors } from './doors.ts';
import { progress } from './progress.ts';

interface CheckOptions {
  readonly json?: boolean;
  readonly report?: string;
  readonly lang?: InterfaceLanguage;
  readonly quiet?: boolean;
}

/** Findings of one file that a report holds; more make a workbook that nobody opens. */
const mostInReport = 100_000;

const examples = `
Takes IATI activity and organisation XML, 2.01 to 2.03, also packed with gzip. Every finding names its line, its element,
what it rests on (structure, rule, codelist), the rule, how grave it is, and how to mend it.

Examples:
  southbridge check activities.xml
  southbridge check activities.xml --report findings.xlsx --lang fr
  southbridge check *.xml.gz --json > findings.jsonl`;

export function checkCommand(doors: Doors, exit: (code: number) => void): Command {
  return new Command('check')
    .description('Hold IATI files against the standard; 1 where there are errors')
    .argument('<file...>', 'files to check')
    .option('--json', 'write one finding a line, as JSON')
    .option('--report <file>', 'write all findings into an Excel workbook')
    .addOption(new Option('--lang <language>', 'language of the findings').choices(interfaceLanguages))
    .option('--quiet', 'print the summary only')
    .addHelpText('after', examples)
    .action(async (files: string[], options: CheckOptions) => {
      // Records pass by and are gone; left alone, V8 lets the room for them grow by 50 MB more, which saves no time here.
      setFlagsFromString('--semi-space-growth-factor=1');
      const t = translator(options.lang ?? doors.lang);
      const rows: TableRow[] = [];
      let bad = false;
      for (const path of files) {
        const good = await checkOne(doors, path, options, t, rows);
        bad ||= !good;
      }
      if (options.report !== undefined) await writeReport(options.report, rows, t);
      exit(bad ? 1 : 0);
    });
}

/** True where there is no error in the file. */
async function checkOne(
  doors: Doors,
  path: string,
  options: CheckOptions,
  t: Translate,
  rows: TableRow[],
): Promise<boolean> {
  const { terminal, standard } = doors;
  const report = new FindingReport(0);
  const bar = progress(terminal, path.split('/').at(-1) ?? path, 'bytes');
  const hear = (finding: StandardFinding) => {
    report.add(finding);
    tell(doors, path, finding, options, t);
    if (options.report !== undefined && report.total <= mostInReport) rows.push(rowOf(path, finding, t));
  };
  try {
    const file = await openInputFile(path);
    const judged = await checkAgainstStandard(standard, file, hear, (taken) => bar.update(taken, file.size));
    bar.end();
    const { stopped } = judged;
    if (stopped !== undefined) {
      terminal.err(`${t('check.stopped', { count: report.total, why: faultText(t, stopped) })}\n`);
    }
    if (options.json !== true) terminal.out(summary(path, judged, report, t));
    return report.all.errors === 0 && stopped === undefined;
  } catch (error) {
    bar.end();
    if (!(error instanceof Fault)) throw error;
    terminal.err(`${path}: ${faultText(t, error)}\n`);
    return false;
  }
}

function tell(
  { terminal }: Doors,
  path: string,
  finding: StandardFinding,
  options: CheckOptions,
  t: Translate,
): void {
  const message = findingText(t, finding);
  if (options.json === true) terminal.out(`${JSON.stringify({ file: path, ...finding, message })}\n`);
  else if (options.quiet !== true) {
    const what = `${t(`check.${finding.severity}`)} ${finding.rule}`;
    terminal.out(`${path}:${finding.line}: ${what}: ${finding.path}: ${message}\n`);
  }
}

function summary(path: string, judged: Judged, report: FindingReport, t: Translate): string {
  const version = judged.schema ?? judged.version;
  const lines = [
    `${path}: ${t('check.held', { count: judged.records, version })} ${t('check.counts', { ...report.all })}`,
  ];
  const byLayer = report.byLayer();
  for (const layer of layers)
    lines.push(`  ${t(`check.${layer}`)}: ${t('check.counts', { ...byLayer[layer] })}`);
  return `${lines.join('\n')}\n`;
}

function rowOf(path: string, finding: StandardFinding, t: Translate): TableRow {
  const { record, line, layer, rule, severity } = finding;
  return [
    path,
    line,
    record?.number ?? '',
    record?.identifier ?? '',
    finding.path,
    t(`check.${layer}`),
    rule,
    t(`check.${severity}`),
    findingText(t, finding),
  ];
}

async function writeReport(path: string, rows: readonly TableRow[], t: Translate): Promise<void> {
  const header = [
    t('check.file'),
    t('check.line'),
    t('check.record', { number: '' }).trim(),
    t('check.identifier'),
    t('check.where'),
    t('check.layer'),
    t('check.rule'),
    t('check.severity'),
    t('check.mend'),
  ];
  await writeFile(path, await writeTable(t('check.title'), header, rows));
}
