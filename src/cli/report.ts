import { writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { type DocumentFormat, documentFormats } from '../exchange/documents/document-formats.ts';
import { writeDocument } from '../exchange/documents/write-document.ts';
import { type InterfaceLanguage, interfaceLanguages } from '../kernel/language-tag.ts';
import { reportFigures } from '../operations/follow-up/report/report-figures.ts';
import { reportRequest } from '../operations/follow-up/report/report-request.ts';
import { today } from '../operations/house.ts';
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
}

const examples = `
The report is a draft: only the secretariat closes one, on the instrument's page.

Examples:
  southbridge report marrakech-framework-2003 --lang ar --format pdf --out report.pdf
  southbridge report marrakech-framework-2003 --format docx --country SN --since 2025-09-26 --out senegal.docx`;

export function reportCommand(doors: Doors): Command {
  return new Command('report')
    .description('Write the report on an instrument to the ministers, or on one country')
    .argument('<instrument>', 'record id of the instrument')
    .addOption(new Option('--lang <language>', 'language').choices(interfaceLanguages).default(doors.lang))
    .addOption(new Option('--format <format>', 'format').choices(Object.keys(documentFormats)).default('pdf'))
    .requiredOption('--out <file>', 'file to write')
    .option('--as-of <day>', 'states as they stood on this day (YYYY-MM-DD); today where nothing is said')
    .option('--since <day>', 'tell what changed after this day')
    .option('--country <code>', 'only what concerns this country (ISO 3166-1 alpha-2)')
    .addHelpText('after', examples)
    .action(async (instrument: string, { lang, format, out, asOf, since, country }: ReportOptions) => {
      const { house, close } = await doors.open({ index: true });
      try {
        const request = reportRequest(instrument, { asOf, since, country }, today(house));
        const madeAt = house.clock.now().toISOString();
        const document = reportDocument(translator(lang), await reportFigures(house, request), { madeAt });
        const bytes = await writeDocument(document, format, madeAt);
        await writeFile(out, bytes);
        doors.terminal.err(`${out}: ${bytes.length.toLocaleString('en')} bytes\n`);
      } finally {
        await close();
      }
    });
}
