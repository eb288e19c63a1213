import type { StandardVersion, VersionSpan } from './version.ts';

/** What a value must look like; the names are those of XML Schema. `language` may also be empty. */
export type DataType =
  | 'string'
  | 'anyURI'
  | 'boolean'
  | 'date'
  | 'dateTime'
  | 'decimal'
  | 'int'
  | 'language'
  | 'NMTOKEN'
  | 'nonNegativeInteger'
  | 'positiveInteger';

/** An attribute that an element may or must have. */
export interface AttributeUse extends VersionSpan {
  readonly name: string;
  readonly type: DataType;
  readonly required: boolean;
}

/** An element that another one may or must hold, at this place among its brothers. */
export interface ChildUse extends VersionSpan {
  readonly element: ElementTable;
  readonly min: 0 | 1;
  /** `Number.POSITIVE_INFINITY` where nothing limits it. */
  readonly max: number;
}

/** What an element holds: other elements, a value of some type, or whatever one likes. */
export type Content = 'elements' | 'anything' | 'string' | 'decimal' | 'anyURI';

/** One element of the standard in all its versions. */
export interface ElementTable {
  readonly name: string;
  readonly attributes: readonly AttributeUse[];
  /** In the order in which they must stand. */
  readonly children: readonly ChildUse[];
  readonly content: Content;
  /** Whether attributes of other namespaces may be added. */
  readonly foreignAttributes: boolean;
  /** Elements of other namespaces may be added behind all others, or, since a version, before one of them instead. */
  readonly foreignElements?: { readonly before: string; readonly since: StandardVersion };
}

/** Declares an element. Without more it has no attributes and holds no elements but those of other namespaces. */
export function element(name: string, parts: Partial<Omit<ElementTable, 'name'>> = {}): ElementTable {
  return { name, attributes: [], children: [], content: 'elements', foreignAttributes: true, ...parts };
}

/** An attribute that must stand. */
export function required(name: string, type: DataType = 'string', ...spans: VersionSpan[]): AttributeUse {
  return { name, type, required: true, ...Object.assign({}, ...spans) };
}

/** An attribute that may stand. */
export function optional(name: string, type: DataType = 'string', ...spans: VersionSpan[]): AttributeUse {
  return { name, type, required: false, ...Object.assign({}, ...spans) };
}

/** Exactly one. */
export function one(child: ElementTable, ...spans: VersionSpan[]): ChildUse {
  return { element: child, min: 1, max: 1, ...Object.assign({}, ...spans) };
}

/** None or one. */
export function atMostOne(child: ElementTable, ...spans: VersionSpan[]): ChildUse {
  return { element: child, min: 0, max: 1, ...Object.assign({}, ...spans) };
}

/** One or several. */
export function oneOrMore(child: ElementTable, ...spans: VersionSpan[]): ChildUse {
  return { element: child, min: 1, max: Number.POSITIVE_INFINITY, ...Object.assign({}, ...spans) };
}

/** None, one or several. */
export function anyNumber(child: ElementTable, ...spans: VersionSpan[]): ChildUse {
  return { element: child, min: 0, max: Number.POSITIVE_INFINITY, ...Object.assign({}, ...spans) };
}

/** From this version on. */
export function since(version: StandardVersion): VersionSpan {
  return { since: version };
}

/** Up to this version, and still in it. */
export function until(version: StandardVersion): VersionSpan {
  return { until: version };
}
