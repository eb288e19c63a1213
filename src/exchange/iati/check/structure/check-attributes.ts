import type { DataType } from '../../standard/notation.ts';
import type { Shape } from '../../standard/shape.ts';
import { isOfType } from './data-types.ts';
import { isDeclaration, type Namespaces, schemaInstance } from './namespaces.ts';
import type { StructureCode } from './structure-report.ts';

type Say = (code: StructureCode, params: Readonly<Record<string, string>>, attribute: string) => void;

/** Attributes of the XML namespace that have a type wherever they stand. */
const xmlTypes: Readonly<Record<string, DataType>> = { 'xml:lang': 'language', 'xml:base': 'anyURI' };

/** Checks the attributes of an element: unknown ones, missing ones, and what each must look like. */
export function checkAttributes(
  shape: Shape,
  attributes: readonly string[],
  namespaces: Namespaces,
  say: Say,
): void {
  for (let i = 0; i < attributes.length; i += 2) {
    const name = attributes[i] ?? '';
    const value = attributes[i + 1] ?? '';
    const type = shape.attributes.get(name)?.type;
    if (type !== undefined) checkType(name, value, type, say);
    else if (name.includes(':')) checkForeign(shape, name, value, namespaces, say);
    else if (shape.content !== 'anything' && !isDeclaration(name)) {
      say('attributeUnknown', { got: name, right: [...shape.attributes.keys()].join(', ') }, name);
    }
  }
  for (const name of shape.requiredAttributes) {
    if (!hasAttribute(attributes, name)) say('attributeMissing', { right: name }, name);
  }
}

function checkForeign(shape: Shape, name: string, value: string, namespaces: Namespaces, say: Say): void {
  if (isDeclaration(name)) return;
  const colon = name.indexOf(':');
  const namespace = namespaces.find(name.slice(0, colon));
  const known = shape.foreignAttributes || shape.content === 'anything';
  if (namespace === undefined) {
    say('prefixUndeclared', { got: name }, name);
  } else if (namespace === schemaInstance) {
    // To be nothing is open to no element of the standard, to be of another type only to what may be anything.
    const said = name.slice(colon + 1);
    if (said === 'nil' || (said === 'type' && shape.content !== 'anything'))
      say('attributeUnknown', { got: name, right: '' }, name);
  } else if (!known) {
    say('attributeUnknown', { got: name, right: [...shape.attributes.keys()].join(', ') }, name);
  } else if (name === 'xml:space') {
    if (value !== 'default' && value !== 'preserve') {
      say('valueOfType', { got: value.slice(0, 80), right: 'default, preserve' }, name);
    }
  } else {
    const type = xmlTypes[name];
    if (type !== undefined) checkType(name, value, type, say);
  }
}

function checkType(name: string, value: string, type: DataType, say: Say): void {
  if (!isOfType(value, type)) say('valueOfType', { got: value.slice(0, 80), right: type }, name);
}

function hasAttribute(attributes: readonly string[], name: string): boolean {
  for (let i = 0; i < attributes.length; i += 2) if (attributes[i] === name) return true;
  return false;
}
