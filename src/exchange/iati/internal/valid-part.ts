import type { Element } from '../../xml/element.ts';
import { made } from '../../xml/write-xml.ts';
import { isOfType } from '../check/structure/data-types.ts';
import type { Shape } from '../standard/shape.ts';
import { pairs } from './canonical-text.ts';
import { own } from './own-marks.ts';

/** What of a record the standard lets stand, and the places of what it does not: `transaction/transaction-date/@iso-date`. */
export interface ValidPart {
  readonly element: Element;
  readonly leftOut: readonly string[];
  /** Whether the record had no description and got one. */
  readonly described: boolean;
}

/**
 * A record without what breaks the structure of the standard: attributes and elements that it does not know there, values
 * of another type, elements that lack what they must have. Undefined where the record itself lacks that. A description
 * that is missing is the title, marked as made.
 */
export function validPart(record: Element, shape: Shape): ValidPart | undefined {
  const leftOut: string[] = [];
  const whole = withDescription(record);
  const element = valid(whole, shape, '', leftOut);
  return element === undefined ? undefined : { element, leftOut, described: whole !== record };
}

function withDescription(record: Element): Element {
  if (record.name !== 'iati-activity' || record.children.some(({ name }) => name === 'description'))
    return record;
  const title = record.children.find(({ name }) => name === 'title');
  if (title === undefined) return record;
  const description = made('description', { [own('made')]: 'element' }, title.children);
  return { ...record, children: [...record.children, description] };
}

function valid(element: Element, shape: Shape, path: string, leftOut: string[]): Element | undefined {
  if (shape.content === 'anything') return element;
  const attributes = pairs(element.attributes).filter(([name, value]) => {
    const stands = attributeStands(name, value, shape);
    if (!stands) leftOut.push(`${path}@${name}`);
    return stands;
  });
  const names = new Set(attributes.map(([name]) => name));
  if (shape.requiredAttributes.some((name) => !names.has(name))) return undefined;
  const { content } = shape;
  if ((content === 'decimal' || content === 'anyURI') && !isOfType(element.text, content)) return undefined;
  const children = validChildren(element, shape, path, leftOut);
  const lacks = shape.children.some(
    ({ shape: { name }, min }) => min > 0 && !children.some((child) => child.name === name),
  );
  if (lacks) return undefined;
  const text = content === 'elements' ? '' : element.text;
  return { ...element, attributes: attributes.flat(), children, text };
}

function attributeStands(name: string, value: string, shape: Shape): boolean {
  const use = shape.attributes.get(name);
  if (use !== undefined) return isOfType(value, use.type);
  if (name === 'xmlns' || name.startsWith('xmlns:')) return true;
  return name.includes(':') && shape.foreignAttributes;
}

function validChildren(element: Element, shape: Shape, path: string, leftOut: string[]): readonly Element[] {
  const counts = new Map<string, number>();
  return element.children.flatMap((child): readonly Element[] => {
    if (child.name.includes(':')) return [child];
    const use = shape.childNamed.get(child.name);
    const before = leftOut.length;
    const stands = use === undefined ? undefined : valid(child, use.shape, `${path}${child.name}/`, leftOut);
    const count = (counts.get(child.name) ?? 0) + 1;
    if (use === undefined || stands === undefined || count > use.max) {
      // The element goes as a whole: what was wrong inside is named by it.
      leftOut.length = before;
      leftOut.push(`${path}${child.name}`);
      return [];
    }
    counts.set(child.name, count);
    return [stands];
  });
}
