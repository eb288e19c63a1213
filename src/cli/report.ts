import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { type DocumentFormat, documentFormats } from '../exchange/documents/document-formats.ts';
import { writeDocument } from '../exchange/documents/write-document.ts';
import { Fault } from '../kernel/fault.ts';
import { type InterfaceLanguage, interfaceLanguages } from '../kernel/language-tag.ts';
import { closeReport } from '../operations/follow-up/report/close-report.ts';
import { type ReportRequest, reportFigures } from '../operations/follow-up/report/report-figures.ts';
import { reportRequest } from '../operations/follow-up/report/report-request.ts';
import { type House, type Office, today } from '../operations/house.ts';
import { type Actor, postsHeld } from '../policy/actor.ts';
import { allFiles } from '../reports/closed-report.ts';
import { reportDocument } from '../reports/report-document.ts';
import { translator } from '../wording/messages.ts';
import type { Doors } from './doors.ts';

interface ReportOptions {
  readonly lang: InterfaceLanguage;
  readonly format: DocumentFormat;
  readonly out: string;
  readonly asOf?: string;
  readonly since?: string;
  readonly country?: string;
  readonly closeBy?: string;
}

const examples = `
The report is a draft, unless it is closed: then it is made in all languages and formats, numbered, kept unchanged in the
node, and written into a folder. That waits until every round of reporting on the instrument is closed.

Examples:
  southbridge report marrakech-framework-2003 --lang ar --format pdf --out report.pdf
  southbridge report marrakech-framework-2003 --format docx --country SN --since 2025-09-26 --out senegal.docx
  southbridge report marrakech-framework-2003 --close-by ada@example.org --out report-2026`;

export function reportCommand(doors: Doors): Command {
  return new Command('report')
    .description('Write the report on an instrument to the ministers, or on one country')
    .argument('<instrument>', 'record id of the instrument')
    .addOption(new Option('--lang <language>', 'language').choices(interfaceLanguages).default(doors.lang))
    .addOption(new Option('--format <format>', 'format').choices(Object.keys(documentFormats)).default('pdf'))
    .requiredOption('--out <file>', 'file to write; a folder where the report is closed')
    .option('--as-of <day>', 'states as they stood on this day (YYYY-MM-DD); today where nothing is said')
    .option('--since <day>', 'tell what changed after this day')
    .option('--country <code>', 'only what concerns this country (ISO 3166-1 alpha-2)')
    .option(
      '--close-by <address>',
      'close the report, for the holder of the secretariat who has this address',
    )
    .addHelpText('after', examples)
    .action(async (instrument: string, { closeBy, ...options }: ReportOptions) => {
      const requestIn = (house: House) => reportRequest(instrument, options, today(house));
      if (closeBy === undefined) {
        const { house, close } = await doors.open({ index: true });
        await writeDraft(doors, house, requestIn(house), options).finally(close);
      } else {
        const { office, close } = await doors.openOffice({ index: true });
        await closeAndWrite(doors, office, requestIn(office), { closeBy, out: options.out }).finally(close);
      }
    });
}

async function writeDraft(
  doors: Doors,
  house: House,
  request: ReportRequest,
  { lang, format, out }: Pick<ReportOptions, 'lang' | 'format' | 'out'>,
): Promise<void> {
  const madeAt = house.clock.now().toISOString();
  const document = reportDocument(translator(lang), await reportFigures(house, request), { madeAt });
  const bytes = await writeDocument(document, format, madeAt);
  await writeFile(out, bytes);
  doors.terminal.err(`${out}: ${bytes.length.toLocaleString('en')} bytes\n`);
}

async function closeAndWrite(
  doors: Doors,
  office: Office,
  request: ReportRequest,
  { closeBy, out }: { readonly closeBy: string; readonly out: string },
): Promise<void> {
  const actor = await secretariatOf(office, closeBy);
  const { number, files } = await closeReport(office, actor, request, allFiles);
  await mkdir(out, { recursive: true });
  for (const { lang, format, sha256 } of files) {
    const name = `${request.instrument}-${number}-${lang}.${format}`;
    await writeFile(join(out, name), (await office.reports.find(sha256)) ?? '');
    doors.terminal.out(`${sha256}  ${name}\n`);
  }
  doors.terminal.err(
    `Report No. ${number} on ${request.instrument} is closed: ${files.length} files in ${out}\n`,
  );
}

/** Whoever works at the machine needs no second factor. @throws Fault `noHolder`. */
async function secretariatOf(office: Office, address: string): Promise<Actor> {
  const account = await office.accounts.findByEmail(address);
  const held =
    account === undefined ? [] : postsHeld(office.board.posts().values(), account.id, today(office));
  const post = held.find(({ kind }) => kind === 'secretariat');
  if (account === undefined || post === undefined) throw new Fault('noHolder', { post: 'secretariat' });
  return { post, account: account.id, strong: true };
}
