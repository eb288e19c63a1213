import { activityStatusFromIati } from '../../../vocabulary/activity-status.ts';
import { attribute, child } from '../../xml/element.ts';
import { leaf } from '../../xml/tree-builder.ts';
import type { ElementReader } from '../internal/element-reader.ts';

const meaning = 'iati:activity-status';

/** How far the activity has come, by the standard's ActivityStatus. */
export const activityStatus: ElementReader = {
  wants: { 'activity-status': leaf },
  read(record, reading) {
    const element = child(record, 'activity-status');
    const got = element === undefined ? undefined : attribute(element, 'code');
    if (element === undefined || got === undefined) return;
    const status = activityStatusFromIati(got);
    if (status !== undefined) reading.put(meaning, status);
    else {
      const params = { got: got.slice(0, 40), list: 'ActivityStatus', right: '1–6' };
      reading.found('error', 'unknownCode', meaning, { element, attribute: 'code' }, params);
    }
  },
};
