import type { RecordId } from '../../../kernel/ids.ts';
import type { ReportClosed } from '../../../lifecycle/event.ts';
import type { Actor } from '../../../policy/actor.ts';
import { refuseUnlessCloses } from '../../../policy/may-close-report.ts';
import { follow } from '../../follow.ts';
import { type Office, today } from '../../house.ts';
import { closeRound } from '../close-round.ts';
import { getRound, openRoundsOn } from '../report-round.ts';
import { closedReports, closeReport, type MakeFiles } from './close-report.ts';

/**
 * Closes a round, and with it the report that it was held for: the draft becomes a numbered one that nobody can change.
 * It tells what changed since the last report that was closed. Nothing is closed but the round as long as another one on
 * the same instrument is open.
 * @throws Fault as `closeRound` and `closeReport`. Where making the report fails, the round stays closed, and the
 * secretariat closes the report on the page of the instrument.
 */
export async function closeRoundWithReport(
  office: Office,
  actor: Actor,
  id: RecordId,
  make: MakeFiles,
): Promise<ReportClosed | undefined> {
  refuseUnlessCloses(actor);
  const { instrument } = await getRound(office, id);
  await closeRound(office, actor, id);
  await follow(office);
  if (openRoundsOn(office, instrument).length > 0) return undefined;
  const asOf = today(office);
  const before = (await closedReports(office, instrument)).findLast(
    (report) => report.country === undefined && report.asOf < asOf,
  );
  const since = before === undefined ? {} : { since: before.asOf };
  return closeReport(office, actor, { instrument, asOf, ...since, round: id }, make);
}
