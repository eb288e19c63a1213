import { hash } from 'node:crypto';
import type { Element } from '../../xml/element.ts';
import { canonicalText, pairs } from './canonical-text.ts';
import { own, ownMark } from './own-marks.ts';

/** Digest of all that a record of ours says, by which a file that comes back unaltered is known. */
export function digestOf(element: Element): string {
  const said = pairs(element.attributes).filter(([name]) => name !== own('digest'));
  return hash('sha256', canonicalText({ ...element, attributes: said.flat() })).slice(0, 32);
}

/** Whether a record is still as it was written here. */
export function isUnaltered(element: Element): boolean {
  return ownMark(element, 'digest') === digestOf(element);
}
