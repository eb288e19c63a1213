import { documentFormats } from '../../exchange/documents/document-formats.ts';
import { closedReportFile, closedReportList, closeReportOn, draftReport } from '../handlers/reports.ts';
import type { ApiRoute } from '../route.ts';

const get = { method: 'get', who: 'everybody' } as const;
const sends = Object.values(documentFormats);

/** Reports to the ministers: drafts of any day, and those that the secretariat has closed. */
export const reportRoutes: readonly ApiRoute[] = [
  {
    ...get,
    path: '/{lang}/follow-up/{id}/report.{document}',
    name: 'draftReport',
    handle: draftReport,
    summary:
      'A draft of the report on an instrument to the ministers, as PDF, DOCX or HTML in the language of the address; of one country with `country`. Made from the numbers of the board of `asOf`; takes some seconds.',
    query: ['asOf', 'since', 'country'],
    sends,
  },
  {
    ...get,
    path: '/api/follow-up/instruments/{id}/reports',
    name: 'closedReports',
    handle: closedReportList,
    summary: 'The reports on an instrument that the secretariat has closed, with the SHA-256 of every file.',
    answer: 'ClosedReports',
  },
  {
    method: 'post',
    path: '/api/follow-up/instruments/{id}/reports',
    name: 'closeReport',
    handle: closeReportOn,
    summary:
      'A secretariat closes a report on an instrument of which no round is open: in seven languages, numbered, kept unchanged. Takes up to a minute; the answer is the list of closed reports.',
    who: 'post',
    scope: 'act',
    body: 'CloseReport',
    answer: 'ClosedReports',
    done: 201,
    afterwards: closedReportList,
  },
  {
    ...get,
    path: '/{lang}/follow-up/{id}/reports/{number}.{document}',
    name: 'closedReportFile',
    handle: closedReportFile,
    summary: 'A closed report as it was closed, byte for byte.',
    sends,
  },
];
