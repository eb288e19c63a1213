import {
  type DocumentFormat,
  documentFormats,
  isDocumentFormat,
} from '../../exchange/documents/document-formats.ts';
import { writeDocument } from '../../exchange/documents/write-document.ts';
import { htmlPolicy } from '../../exchange/documents/write-html.ts';
import { Fault } from '../../kernel/fault.ts';
import type { RecordId } from '../../kernel/ids.ts';
import { closedReports, closeReport } from '../../operations/follow-up/report/close-report.ts';
import { reportFigures } from '../../operations/follow-up/report/report-figures.ts';
import { reportRequest } from '../../operations/follow-up/report/report-request.ts';
import { type Office, today } from '../../operations/house.ts';
import { allFiles } from '../../reports/closed-report.ts';
import { reportDocument } from '../../reports/report-document.ts';
import { translator } from '../../wording/messages.ts';
import { type Asked, languageOf } from '../asked.ts';
import { actorOf } from '../caller.ts';
import type { Body } from '../schemas.ts';

/** A draft of the report on an instrument. @throws Fault `notFound`, `badQuery`, `unknownCountry`, `tooManyRequests`. */
export async function draftReport({ office, context }: Asked): Promise<Response> {
  const format = formatIn(context.req.param('document') ?? '');
  const choices = new URL(context.req.url).searchParams;
  const request = reportRequest(
    context.req.param('id') ?? '',
    {
      asOf: choices.get('asOf') ?? '',
      since: choices.get('since') ?? '',
      country: choices.get('country') ?? '',
    },
    today(office),
  );
  const madeAt = office.clock.now().toISOString();
  const lang = languageOf(context);
  const document = reportDocument(translator(lang), await reportFigures(office, request), { madeAt });
  const bytes = await writeDocument(document, format, madeAt);
  const name = [request.instrument, request.country, request.asOf, lang].filter(Boolean).join('-');
  return file(bytes, format, name, 'no-store');
}

/** The reports on an instrument that were closed, with the digest of each file. */
export async function closedReportList({ office, context }: Asked): Promise<Response> {
  return context.json(await closedReportsJson(office, context.req.param('id') ?? ''));
}

/**
 * The secretariat closes a report on an instrument of which no round is open.
 * @throws Fault as `closeReport` and `reportRequest`.
 */
export async function closeReportOn(asked: Asked, said: Body<'CloseReport'>): Promise<Response> {
  const { office, context } = asked;
  const { post, ...choices } = said;
  const request = reportRequest(context.req.param('id') ?? '', choices, today(office));
  await closeReport(office, await actorOf(asked, post), request, allFiles);
  return context.json(await closedReportsJson(office, request.instrument), 201);
}

export async function closedReportsJson(office: Office, id: RecordId) {
  const closed = await closedReports(office, id);
  const reports = closed.map(({ number, at, asOf, since, country, round, files }) => ({
    number,
    closedAt: at,
    asOf,
    ...(since === undefined ? {} : { since }),
    ...(country === undefined ? {} : { country }),
    ...(round === undefined ? {} : { round }),
    files: files.map((one) => ({
      ...one,
      address: `/${one.lang}/follow-up/${id}/reports/${number}.${one.format}`,
    })),
  }));
  return { reports };
}

/** A file of a closed report, as it was closed. @throws Fault `notFound`. */
export async function closedReportFile({ office, context }: Asked): Promise<Response> {
  const id = context.req.param('id') ?? '';
  const [number = '', ending = ''] = (context.req.param('number') ?? '').split('.');
  const format = formatIn(ending);
  const lang = languageOf(context);
  const report = (await closedReports(office, id)).find((one) => String(one.number) === number);
  const listed = report?.files.find((one) => one.lang === lang && one.format === format);
  const bytes = listed === undefined ? undefined : await office.reports.find(listed.sha256);
  if (bytes === undefined) throw new Fault('notFound', { register: 'report', id: `${id}/${number}` });
  return file(bytes, format, `${id}-${number}-${lang}`, 'public, max-age=31536000, immutable');
}

function formatIn(text: string): DocumentFormat {
  const ending = text.split('.').at(-1) ?? '';
  if (isDocumentFormat(ending)) return ending;
  throw new Fault('unknownFormat', { file: ending, right: Object.keys(documentFormats).join(', ') });
}

/** HTML is read where it is, the others are kept. */
function file(
  bytes: Uint8Array<ArrayBuffer>,
  format: DocumentFormat,
  name: string,
  lasting: string,
): Response {
  const shown = format === 'html' ? 'inline' : 'attachment';
  return new Response(bytes, {
    headers: {
      'content-type': documentFormats[format],
      'content-disposition': `${shown}; filename="${name}.${format}"`,
      'content-security-policy': htmlPolicy,
      'x-content-type-options': 'nosniff',
      'cache-control': lasting,
    },
  });
}
