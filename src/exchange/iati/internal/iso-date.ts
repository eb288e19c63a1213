import { isPartialDate, type PartialDate } from '../../../kernel/partial-date.ts';
import { attribute, type Element } from '../../xml/element.ts';
import type { Reading } from './reading.ts';

const form = /^(\d{4}-\d{2}-\d{2})(T[\d:.]*)?(Z|[+-]\d{2}:?\d{2})?$/;

/** What would be right. */
const right = '2025-03-31';

/**
 * A date in an attribute. Time and time zone are cut off, since the standard means the day where it was written; said
 * in a note `dateReadAs`. What is no date gives `badDate` and undefined.
 */
export function readDate(
  element: Element,
  name: string,
  meaning: string,
  reading: Reading,
): PartialDate | undefined {
  const got = attribute(element, name);
  if (got === undefined) return undefined;
  const day = form.exec(got)?.[1] ?? got;
  if (!isPartialDate(day)) {
    reading.found(
      'error',
      'badDate',
      meaning,
      { element, attribute: name },
      { got: got.slice(0, 40), right },
    );
    return undefined;
  }
  if (day !== got) {
    reading.found(
      'note',
      'dateReadAs',
      meaning,
      { element, attribute: name },
      { got: got.slice(0, 40), right: day },
    );
  }
  return day;
}
