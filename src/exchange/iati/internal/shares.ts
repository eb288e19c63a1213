import { attribute, type Element } from '../../xml/element.ts';
import { pairs } from './canonical-text.ts';
import { own } from './own-marks.ts';

/**
 * Shares of a whole in percent that sum to exactly 100. The rule set wants them where several countries, regions or
 * sectors stand (3.1.1, 2.1.1), and our records do not say them: equal ones are written, and marked as made.
 */
export function withShares(elements: readonly Element[]): readonly Element[] {
  const shares = elements.map((element) => Number(attribute(element, 'percentage') ?? Number.NaN));
  const sum = shares.reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 100) < 1e-9) return elements;
  if (elements.length < 2) return elements.map((element) => withShare(element, undefined));
  // In hundredths of a percent, so that there is something for each of up to 10,000.
  const base = Math.floor(10_000 / elements.length);
  const over = 10_000 - base * elements.length;
  return elements.map((element, i) => withShare(element, base + (i < over ? 1 : 0)));
}

function withShare(element: Element, hundredths: number | undefined): Element {
  const marks = new Set([own('made'), 'percentage']);
  const others = pairs(element.attributes).filter(
    ([name, value]) => !marks.has(name) || (name === own('made') && value !== 'percentage'),
  );
  if (hundredths === undefined) return { ...element, attributes: others.flat() };
  const share = ['percentage', String(hundredths / 100), own('made'), 'percentage'];
  return { ...element, attributes: [...others.flat(), ...share] };
}
