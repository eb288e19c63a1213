import type { Element } from '../../xml/element.ts';

type Scope = Readonly<Record<string, string>>;

/** One element as a text that is equal for all ways of writing the same. */
export function canonicalText(element: Element, outer: Scope = {}): string {
  const scope = scopeWithin(outer, element);
  const attributes = pairs(element.attributes)
    .filter(([name]) => name !== 'xmlns' && !name.startsWith('xmlns:'))
    .map(([name, value]) => `${expanded(name, scope)}=${JSON.stringify(plain(value))}`);
  const children = element.children.map((child) => canonicalText(child, scope));
  const text = JSON.stringify(plain(element.text));
  return `<${expanded(element.name, scope)} ${attributes.sort().join(' ')}>${text}${children.sort().join('')}</>`;
}

/** Names of attributes with their values. */
export function pairs(attributes: readonly string[]): readonly (readonly [string, string])[] {
  return attributes.flatMap((name, i) => (i % 2 === 0 ? [[name, attributes[i + 1] ?? ''] as const] : []));
}

/** What prefixes mean inside an element. */
export function scopeWithin(outer: Scope, { attributes }: Element): Scope {
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
