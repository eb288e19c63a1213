import { attribute, type Element } from '../../xml/element.ts';

/** Our own attributes in a file: the standard lets other namespaces in everywhere, and its consumers pass over them. */
export const ownNamespace = 'urn:x-southbridge:iati:1';
const prefix = 'southbridge';

/** The full name of an attribute of ours. */
export function own<N extends string>(name: N): `southbridge:${N}` {
  return `${prefix}:${name}`;
}

/** What an attribute of ours says. */
export function ownMark(element: Element, name: string): string | undefined {
  return attribute(element, own(name));
}

/**
 * Whether a part of an element (`element`: all of it) stands there only because the standard wants it: our record does
 * not say it, and nobody who reads the file back should take it for a statement.
 */
export function isMade(element: Element, part = 'element'): boolean {
  return ownMark(element, 'made')?.split(' ').includes(part) === true;
}
