import { hash } from 'node:crypto';
import { Fault } from '../../../kernel/fault.ts';
import type { RecordId } from '../../../kernel/ids.ts';
import type { ReportClosed, ReportFile } from '../../../lifecycle/event.ts';
import { type Actor, traceOf } from '../../../policy/actor.ts';
import { refuseUnlessCloses } from '../../../policy/may-close-report.ts';
import { follow } from '../../follow.ts';
import type { House, Office } from '../../house.ts';
import { openRoundsOn } from '../report-round.ts';
import { type ReportFigures, type ReportRequest, reportFigures } from './report-figures.ts';

/** One file of a report as it was made. */
export type MadeFile = Pick<ReportFile, 'lang' | 'format'> & { readonly bytes: Uint8Array };

/** Makes all files of a report: its number, and the instant of making, stand in them. */
export type MakeFiles = (
  figures: ReportFigures,
  number: number,
  madeAt: string,
) => Promise<readonly MadeFile[]>;

/**
 * Closes a report: it is made in all languages, numbered within its instrument, kept, and written into the log with the
 * digest of each file. As long as a round on the instrument is open, its reports are drafts. Nothing may have happened to
 * the instrument meanwhile, so that no number is given twice.
 * @throws Fault `notAllowed`, `secondFactorNeeded`, `notFound`, `recordMoved`, `roundOpen` {round, right}.
 */
export async function closeReport(
  office: Office,
  actor: Actor,
  request: ReportRequest,
  make: MakeFiles,
): Promise<ReportClosed> {
  refuseUnlessCloses(actor);
  await follow(office);
  refuseWhileOpen(office, request.instrument);
  const figures = await reportFigures(office, request);
  const recordId = request.instrument;
  const number = (await closedReports(office, recordId)).length + 1;
  const seq = office.board.records([recordId]).get(recordId)?.seq ?? 0;
  const at = office.clock.now().toISOString();
  const files: ReportFile[] = [];
  for (const { lang, format, bytes } of await make(figures, number, at)) {
    const sha256 = hash('sha256', bytes);
    await office.reports.put(sha256, bytes);
    files.push({ lang, format, sha256, bytes: bytes.length });
  }
  const { asOf, since, country } = request;
  const event: ReportClosed = {
    type: 'reportClosed',
    recordId,
    register: figures.instrument.register,
    post: actor.post.id,
    ...traceOf(actor),
    at,
    number,
    asOf,
    ...(since === undefined ? {} : { since }),
    ...(country === undefined ? {} : { country }),
    ...(figures.round === undefined ? {} : { round: figures.round.round.id }),
    files,
  };
  await office.log.append([{ kind: 'event', event }], [{ recordId, seq }]);
  await follow(office);
  return event;
}

function refuseWhileOpen(office: Office, instrument: RecordId): void {
  const [open] = openRoundsOn(office, instrument);
  if (open !== undefined) throw new Fault('roundOpen', { round: open.id, right: open.deadline });
}

/** The reports on an instrument that were closed, the first one first. */
export async function closedReports(house: House, instrument: RecordId): Promise<readonly ReportClosed[]> {
  const entries = await house.log.history(instrument);
  return entries.flatMap((entry) =>
    entry.kind === 'event' && entry.event.type === 'reportClosed' ? [entry.event] : [],
  );
}
