import type { PartialDate } from '../../../kernel/partial-date.ts';
import { attribute, childrenNamed } from '../../xml/element.ts';
import { leaf } from '../../xml/tree-builder.ts';
import type { ElementReader } from '../internal/element-reader.ts';
import { readDate } from '../internal/iso-date.ts';

const meaning = 'iati:activity-date';

/**
 * From when to when: the actual start (2), else the planned one (1); the actual end (4), else the planned one (3). A bad
 * actual date does not fall back on the planned one unseen: it leaves its finding.
 */
export const activityDate: ElementReader = {
  wants: { 'activity-date': leaf },
  read(record, reading) {
    const byType = new Map<string, PartialDate>();
    for (const element of childrenNamed(record, 'activity-date')) {
      const type = attribute(element, 'type') ?? '';
      if (!['1', '2', '3', '4'].includes(type)) {
        const params = { got: type, list: 'ActivityDateType', right: '1, 2, 3, 4' };
        reading.found('error', 'unknownCode', meaning, { element, attribute: 'type' }, params);
        continue;
      }
      const date = readDate(element, 'iso-date', meaning, reading);
      if (date !== undefined && !byType.has(type)) byType.set(type, date);
    }
    const start = byType.get('2') ?? byType.get('1');
    const end = byType.get('4') ?? byType.get('3');
    if (start === undefined && end === undefined) return;
    reading.put(meaning, {
      ...(start === undefined ? {} : { start }),
      ...(end === undefined ? {} : { end }),
    });
  },
};
