import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { FindingReport } from '../../exchange/iati/check/finding-report.ts';
import type { InputFile } from '../../exchange/incoming.ts';
import { csvLine } from '../../exchange/sheets/csv-line.ts';
import { guardFormula } from '../../exchange/sheets/formula-guard.ts';
import { writeTable } from '../../exchange/sheets/write-table.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Office } from '../../operations/house.ts';
import { checkAgainstStandard } from '../../operations/standard/check-against-standard.ts';
import { checkDeskOf } from '../../operations/standard/check-desk.ts';
import { languages, wordsOf } from '../desk/desk-page.ts';
import { cameFrom } from '../desk/form.ts';
import { deskStyle } from '../desk-style.ts';
import { type ErrorStatus, sayWhenAgain, statusFor } from '../errors.ts';
import type { Html } from '../html.ts';
import { page } from '../layout.ts';
import { checkForm, checkReport } from './check-page.ts';
import { reportHeader, reportRow } from './report-rows.ts';
import { ReportShelf } from './report-shelf.ts';

/** Largest file that the page takes, in megabytes. */
const mostMegabytes = 20;
/** Findings of a file that can be downloaded. */
const mostKept = 5_000;

/** Where anybody hands in an IATI file and sees what the standard says of it. */
export function checkRoutes(office: Office): Hono {
  const app = new Hono();
  const shelf = new ReportShelf(office.clock);
  app.get(`${languages}/check`, (c) => {
    const t = wordsOf(c);
    return shown(c, t('check.title'), checkForm(t, mostMegabytes), { origin: office.publicAddress });
  });
  app.post(`${languages}/check`, limit(), (c) => taken(office, shelf, c));
  app.onError((error, c) => {
    if (!(error instanceof Fault) || c.req.method !== 'POST') throw error;
    return refused(c, error);
  });
  app.get(`${languages}/check/:file{[\\w-]+\\.csv}`, (c) => asCsv(shelf, c));
  app.get(`${languages}/check/:file{[\\w-]+\\.xlsx}`, (c) => asWorkbook(shelf, c));
  return app;
}

async function taken(office: Office, shelf: ReportShelf, c: Context): Promise<Response> {
  if (cameFrom(office, c) === 'elsewhere') throw new Fault('formExpired');
  const t = wordsOf(c);
  const { file: sent } = await c.req.parseBody();
  if (!(sent instanceof File) || sent.size === 0) throw new Fault('emptyFile', { file: t('check.file') });
  const name = sent.name.slice(0, 200);
  const file: InputFile = { name, size: sent.size, bytes: () => sent.stream() };
  const report = new FindingReport(mostKept);
  const judged = await checkDeskOf(office).take(c.get('network'), () =>
    checkAgainstStandard(office, file, report.add),
  );
  const key = shelf.put({ file: name, findings: report.kept });
  return shown(c, t('check.report', { file: name }), checkReport(t, name, judged, report, key));
}

/** Why a file was not taken, above the form that takes the next one. */
function refused(c: Context, fault: Fault): Response | Promise<Response> {
  const t = wordsOf(c);
  sayWhenAgain(c, fault);
  return shown(c, t('check.title'), checkForm(t, mostMegabytes, fault), { status: statusFor(fault) });
}

/** @param origin where the page is listed under; absent for one that only its reader is to see. */
function shown(
  c: Context,
  title: string,
  body: Html,
  { origin, status = 200 }: { readonly origin?: string; readonly status?: 200 | ErrorStatus } = {},
): Response | Promise<Response> {
  c.header('cache-control', 'private, no-store');
  const t = wordsOf(c);
  const made = page({
    t,
    title,
    path: '/check',
    body,
    moreStyle: deskStyle,
    ...(origin === undefined ? { unlisted: true } : { origin }),
  });
  return c.html(String(made), status);
}

function asCsv(shelf: ReportShelf, c: Context): Response {
  const { findings } = reportOf(shelf, c);
  const t = wordsOf(c);
  const rows = [reportHeader(t), ...findings.map((finding) => reportRow(t, finding))];
  const text = rows.map((row) => csvLine(row.map((cell) => guardFormula(String(cell))))).join('\r\n');
  return file(c, `\ufeff${text}\r\n`, 'text/csv; charset=utf-8', 'csv');
}

async function asWorkbook(shelf: ReportShelf, c: Context): Promise<Response> {
  const { findings } = reportOf(shelf, c);
  const t = wordsOf(c);
  const rows = findings.map((finding) => reportRow(t, finding));
  const workbook = await writeTable(t('check.mend').slice(0, 31), reportHeader(t), rows);
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return file(c, new Uint8Array(workbook), type, 'xlsx');
}

/** @throws Fault `notFound` where the report was never there, or is no longer. */
function reportOf(shelf: ReportShelf, c: Context) {
  const [key = ''] = (c.req.param('file') ?? '').split('.');
  const report = shelf.find(key);
  if (report === undefined) throw new Fault('notFound', { got: key });
  return report;
}

function file(c: Context, body: string | Uint8Array<ArrayBuffer>, type: string, ending: string): Response {
  return c.body(body, 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="southbridge-check.${ending}"`,
    'cache-control': 'private, no-store',
  });
}

function limit() {
  const bytes = mostMegabytes * 1_000_000;
  return bodyLimit({
    maxSize: bytes + 10_000,
    onError: (c) => {
      const announced = c.req.header('content-length');
      const got = announced === undefined ? {} : { got: Number(announced) };
      throw new Fault('fileTooLarge', { file: wordsOf(c)('check.file'), ...got, limit: bytes });
    },
  });
}
