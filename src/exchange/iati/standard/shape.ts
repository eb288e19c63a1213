import { iatiActivities } from './elements/activity/iati-activities.ts';
import { iatiOrganisations } from './elements/organisation/iati-organisations.ts';
import type { AttributeUse, Content, ElementTable } from './notation.ts';
import { isWithin, type StandardVersion } from './version.ts';

/** What one element is in one version of the standard: the view of its table that reader, writer and checker use. */
export interface Shape {
  readonly name: string;
  readonly content: Content;
  readonly attributes: ReadonlyMap<string, AttributeUse>;
  readonly requiredAttributes: readonly string[];
  readonly foreignAttributes: boolean;
  /** In the order in which they must stand. */
  readonly children: readonly ShapeChild[];
  readonly childNamed: ReadonlyMap<string, ShapeChild>;
  /** Before which of `children` elements of other namespaces may stand; the number of children for behind them all. */
  readonly foreignElementsAt: number;
}

/** A child at its place in the order. */
export interface ShapeChild {
  readonly shape: Shape;
  /** Place in the order, from 0. */
  readonly position: number;
  readonly min: 0 | 1;
  readonly max: number;
}

/** The two kinds of file, by the name of their root. */
export const standardRoots = {
  'iati-activities': iatiActivities,
  'iati-organisations': iatiOrganisations,
} as const;
export type StandardRoot = keyof typeof standardRoots;

const known = new Map<StandardVersion, Map<ElementTable, Shape>>();

/** The shape of a root and, through its children, of everything that stands in such a file. */
export function rootShape(root: StandardRoot, version: StandardVersion): Shape {
  return shapeIn(standardRoots[root], version);
}

/** What the element of this table is in the version. */
function shapeIn(table: ElementTable, version: StandardVersion): Shape {
  const shapes = known.get(version) ?? new Map<ElementTable, Shape>();
  known.set(version, shapes);
  const found = shapes.get(table);
  if (found !== undefined) return found;
  const shape = makeShape(table, version);
  shapes.set(table, shape);
  return shape;
}

function makeShape(table: ElementTable, version: StandardVersion): Shape {
  const attributes = table.attributes.filter((use) => isWithin(use, version));
  const children = table.children
    .filter((use) => isWithin(use, version))
    .map(({ element, min, max }, position) => ({ shape: shapeIn(element, version), position, min, max }));
  const before = table.foreignElements;
  const at =
    before !== undefined && isWithin(before, version)
      ? children.findIndex(({ shape }) => shape.name === before.before)
      : children.length;
  return {
    name: table.name,
    content: table.content,
    attributes: new Map(attributes.map((use) => [use.name, use])),
    requiredAttributes: attributes.filter((use) => use.required).map(({ name }) => name),
    foreignAttributes: table.foreignAttributes,
    children,
    childNamed: new Map(children.map((child) => [child.shape.name, child])),
    foreignElementsAt: at,
  };
}
