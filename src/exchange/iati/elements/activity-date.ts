import type { PartialDate, Period } from '../../../kernel/partial-date.ts';
import { attribute, childrenNamed } from '../../xml/element.ts';
import { leaf } from '../../xml/tree-builder.ts';
import { made } from '../../xml/write-xml.ts';
import type { ElementReader } from '../internal/element-reader.ts';
import type { ElementWriter } from '../internal/element-writer.ts';
import { readDate } from '../internal/iso-date.ts';
import { exactDate, firstDay, lastDay, ownDate } from '../internal/written-date.ts';

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
      const date = ownDate(element, readDate(element, 'iso-date', meaning, reading));
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

/** Start and end: planned (1, 3) where they lie ahead, else actual (2, 4). */
export const activityDateWriter: ElementWriter = {
  name: 'activity-date',
  attributes: ['type', 'iso-date'],
  children: [],
  write(spoken) {
    const { start, end } = spoken.value<Period>(meaning) ?? {};
    const { today } = spoken.scene;
    const dated = (
      key: 'start' | 'end',
      said: PartialDate,
      day: PartialDate,
      types: readonly [string, string],
    ) => {
      const type = day > today ? types[0] : types[1];
      return { key, element: made('activity-date', { type, 'iso-date': day, ...exactDate(said, day) }) };
    };
    return [
      ...(start === undefined ? [] : [dated('start', start, firstDay(start), ['1', '2'])]),
      ...(end === undefined ? [] : [dated('end', end, lastDay(end), ['3', '4'])]),
    ];
  },
  keyOf(element, record) {
    const types = childrenNamed(record, 'activity-date').map((each) => attribute(each, 'type'));
    const type = attribute(element, 'type');
    // A planned date beside an actual one is not what our field holds.
    if (type === '2' || (type === '1' && !types.includes('2'))) return 'start';
    return type === '4' || (type === '3' && !types.includes('4')) ? 'end' : undefined;
  },
};
