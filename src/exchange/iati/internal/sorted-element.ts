import type { Element } from '../../xml/element.ts';
import type { Shape } from '../standard/shape.ts';
import { placeIn } from './order-check.ts';

/**
 * The element with everything in it in the order of the standard, on all levels; elements of one name keep theirs, and
 * what the standard does not know stands behind.
 */
export function sortedElement(element: Element, shape: Shape): Element {
  if (element.children.length === 0) return element;
  const last = shape.children.length;
  const children = element.children
    .map((child) => {
      const known = shape.childNamed.get(child.name)?.shape;
      return {
        child: known === undefined ? child : sortedElement(child, known),
        place: placeIn(shape, child.name) ?? last,
      };
    })
    .sort((a, b) => a.place - b.place)
    .map(({ child }) => child);
  return { ...element, children };
}
