import type { Figure } from '../../../kernel/figure.ts';
import type { Period } from '../../../kernel/partial-date.ts';
import type { Element } from '../../xml/element.ts';
import { made } from '../../xml/write-xml.ts';
import { decimal } from '../internal/decimal.ts';
import type { ElementWriter, Item } from '../internal/element-writer.ts';
import { own, ownMark } from '../internal/own-marks.ts';
import { firstDay, lastDay } from '../internal/written-date.ts';
import { textElement } from '../internal/written-text.ts';

/** ResultType: output; IndicatorMeasure: a unit. */
const output = '1';
const unit = '1';

/**
 * What was counted (people trained, litres given), as an output with one indicator: the only home that the standard has
 * for what is not money. Results of publishers are no quantities of ours and always stay as they came.
 */
export const resultWriter: ElementWriter = {
  name: 'result',
  attributes: ['type'],
  children: ['title', 'indicator'],
  write(spoken) {
    const period = spoken.value<Period>('iati:activity-date');
    return spoken.list<Figure>('ssc:quantity').map((figure, i): Item => {
      const key = String(i + 1);
      return { key, element: resultOf(figure, key, period) };
    });
  },
  keyOf: (element) => ownMark(element, 'quantity'),
};

function resultOf(figure: Figure, key: string, period: Period | undefined): Element {
  const { label = figure.unit } = figure;
  const indicator = made('indicator', { measure: unit }, [
    textElement('title', figure.unit),
    ...(figure.note === undefined ? [] : [textElement('description', figure.note)]),
    ...periodOf(figure, period),
  ]);
  return made('result', { type: output, [own('quantity')]: key }, [textElement('title', label), indicator]);
}

/** From the start of the activity to the day on which the number was true; without both the value cannot be said. */
function periodOf({ value, asOf, basis }: Figure, period: Period | undefined): readonly Element[] {
  const last = asOf ?? period?.end;
  if (period?.start === undefined || last === undefined) return [];
  const [start, end] = [firstDay(period.start), lastDay(last)];
  if (end < start) return [];
  return [
    made('period', {}, [
      made('period-start', { 'iso-date': start }),
      made('period-end', { 'iso-date': end }),
      made(basis === 'planned' ? 'target' : 'actual', { value: decimal(value) }),
    ]),
  ];
}
