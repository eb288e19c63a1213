import { isBefore, type Period } from '../../../kernel/partial-date.ts';
import {
  activityStatuses,
  activityStatusFromIati,
  activityStatusToIati,
} from '../../../vocabulary/activity-status.ts';
import { attribute, child } from '../../xml/element.ts';
import { leaf } from '../../xml/tree-builder.ts';
import { made } from '../../xml/write-xml.ts';
import type { ElementReader } from '../internal/element-reader.ts';
import { type ElementWriter, once, theOnly } from '../internal/element-writer.ts';
import { own, ownMark } from '../internal/own-marks.ts';

const meaning = 'iati:activity-status';

/** How far the activity has come, by the standard's ActivityStatus. */
export const activityStatus: ElementReader = {
  wants: { 'activity-status': leaf },
  read(record, reading) {
    const element = child(record, 'activity-status');
    const got = element === undefined ? undefined : attribute(element, 'code');
    if (element === undefined || got === undefined) return;
    const ours = ownMark(element, 'status');
    const status =
      ours !== undefined && activityStatuses.entries.has(ours) ? ours : activityStatusFromIati(got);
    if (status !== undefined) reading.put(meaning, status);
    else {
      const params = { got: got.slice(0, 40), list: 'ActivityStatus', right: '1–6' };
      reading.found('error', 'unknownCode', meaning, { element, attribute: 'code' }, params);
    }
  },
};

/**
 * The nearest code; where it says less than ours, ours stands beside it. The standard wants a status: where the record
 * has none, it is concluded from the dates, and marked.
 */
export const activityStatusWriter: ElementWriter = {
  name: 'activity-status',
  attributes: ['code'],
  children: [],
  write(spoken) {
    const status = spoken.value<string>(meaning);
    const code = status === undefined ? undefined : activityStatusToIati(status);
    const exact = code !== undefined && activityStatusFromIati(code) === status;
    const marks = {
      [own('status')]: status === undefined || exact ? undefined : status,
      [own('made')]: status === undefined ? 'element' : undefined,
    };
    const dates = spoken.value<Period>('iati:activity-date');
    return once(made('activity-status', { code: code ?? concluded(dates, spoken.scene.today), ...marks }));
  },
  keyOf: theOnly,
};

/** 1 in the pipeline, 2 under way, 4 closed. */
function concluded(dates: Period | undefined, today: string): string {
  if (dates?.end !== undefined && isBefore(dates.end, today)) return '4';
  return dates?.start !== undefined && isBefore(today, dates.start) ? '1' : '2';
}
