import { elementText, made } from '../../xml/write-xml.ts';
import { treeOf } from './kept.ts';
import type { RecordKind } from './record-kinds.ts';
import { sortedElement } from './sorted-element.ts';
import { validPart } from './valid-part.ts';

/** Places that are named in one comment. */
const mostNamed = 20;

/**
 * The text of a record with what the standard lets stand. What was left out is named in a comment before it; a record in
 * which nothing is wrong is the very same text. Undefined where too little is left for a record.
 */
export function validText(text: string, kind: RecordKind): string | undefined {
  const part = validPart(treeOf(made(kind.root, {}), text), kind.shape);
  if (part === undefined) return undefined;
  const { element, leftOut, described } = part;
  if (leftOut.length === 0 && !described) return text;
  const counts = Map.groupBy(leftOut, (place) => place);
  const named = [...counts].map(([place, all]) => (all.length === 1 ? place : `${place} (${all.length})`));
  const more = named.length > mostNamed ? ', …' : '';
  const said = named.slice(0, mostNamed).join(', ').replaceAll('--', '- -');
  const comment = leftOut.length === 0 ? '' : `<!-- not valid, left out: ${said}${more} -->\n`;
  return comment + elementText(sortedElement(element, kind.shape));
}
