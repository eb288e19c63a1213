import type { Kept } from '../../lifecycle/revision.ts';
import type { Element } from '../xml/element.ts';
import { keptTree } from './internal/kept.ts';
import { kindUnder, partsSaying, registerFor } from './internal/record-kinds.ts';

/** What the root says for all records in it, where they do not say it themselves. */
const inherited: ReadonlySet<string> = new Set(['xml:lang', 'default-currency']);

/**
 * Whether two sources say the same: up to white space, the order of attributes and of elements, the prefixes of
 * namespaces, and what the root says of the file. What not everybody may see is left out of account: a file that was
 * fetched from here may lack it, and its fields are compared by themselves.
 */
export function sameKept(a: Kept, b: Kept): boolean {
  return a.sha256 === b.sha256 || canonical(a) === canonical(b);
}

function canonical(kept: Kept): string {
  const { root, record } = keptTree(kept);
  const aside = notForEverybody(root.name);
  const given = new Set(pairs(record.attributes).map(([name]) => name));
  const inherits = pairs(root.attributes).filter(([name]) => inherited.has(name) && !given.has(name));
  const attributes = [...record.attributes, ...inherits.flat()];
  const children = record.children.filter(({ name }) => !aside.has(name));
  return canonicalText({ ...record, attributes, children }, scopeWithin({}, root));
}

function notForEverybody(root: string): ReadonlySet<string> {
  const kind = kindUnder(root);
  if (kind === undefined) return new Set();
  const register = registerFor(kind);
  const fields = Object.entries(register.fields).filter(([, { seenBy }]) => seenBy !== 'everybody');
  return partsSaying(kind, register, new Set(fields.map(([name]) => name)));
}

type Scope = Readonly<Record<string, string>>;

/** One element as a text that is equal for all ways of writing the same. */
function canonicalText(element: Element, outer: Scope = {}): string {
  const scope = scopeWithin(outer, element);
  const attributes = pairs(element.attributes)
    .filter(([name]) => name !== 'xmlns' && !name.startsWith('xmlns:'))
    .map(([name, value]) => `${expanded(name, scope)}=${JSON.stringify(plain(value))}`);
  const children = element.children.map((child) => canonicalText(child, scope));
  const text = JSON.stringify(plain(element.text));
  return `<${expanded(element.name, scope)} ${attributes.sort().join(' ')}>${text}${children.sort().join('')}</>`;
}

function pairs(attributes: readonly string[]): readonly (readonly [string, string])[] {
  return attributes.flatMap((name, i) => (i % 2 === 0 ? [[name, attributes[i + 1] ?? ''] as const] : []));
}

function scopeWithin(outer: Scope, { attributes }: Element): Scope {
  const declared = pairs(attributes).filter(([name]) => name.startsWith('xmlns:'));
  if (declared.length === 0) return outer;
  return { ...outer, ...Object.fromEntries(declared.map(([name, uri]) => [name.slice(6), uri])) };
}

function expanded(name: string, scope: Scope): string {
  const colon = name.indexOf(':');
  const uri = colon < 0 ? undefined : scope[name.slice(0, colon)];
  return uri === undefined ? name : `{${uri}}${name.slice(colon + 1)}`;
}

function plain(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
