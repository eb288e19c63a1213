import { attribute, type Element } from '../../xml/element.ts';
import { own } from './own-marks.ts';

/**
 * Shares of a whole in percent that sum to exactly 100. The rule set wants them where several countries, regions or
 * sectors stand (3.1.1, 2.1.1), and our records do not say them: equal ones are written, and marked as made.
 */
export function withShares(elements: readonly Element[]): readonly Element[] {
  if (elements.length < 2) return elements.map((element) => withShare(element, undefined));
  const shares = elements.map((element) => Number(attribute(element, 'percentage') ?? Number.NaN));
  const sum = shares.reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 100) < 1e-9) return elements;
  // In hundredths of a percent, so that there is something for each of up to 10,000.
  const base = Math.floor(10_000 / elements.length);
  const over = 10_000 - base * elements.length;
  return elements.map((element, i) => withShare(element, base + (i < over ? 1 : 0)));
}

function withShare(element: Element, hundredths: number | undefined): Element {
  const kept = element.attributes.flatMap((name, i) => {
    const stays = i % 2 === 0 && name !== 'percentage' && name !== own('made');
    return stays ? [name, element.attributes[i + 1] ?? ''] : [];
  });
  if (hundredths === undefined) return { ...element, attributes: kept };
  const percentage = String(hundredths / 100);
  return { ...element, attributes: [...kept, 'percentage', percentage, own('made'), 'percentage'] };
}
