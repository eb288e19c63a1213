import type { Element } from '../../xml/element.ts';

/** What prefixes stand for. */
type Scope = Readonly<Record<string, string>>;

/** One element as a text that is equal for all ways of writing the same. */
export function canonicalText(element: Element, outer: Scope = {}): string {
  const scope = scopeWithin(outer, element);
  const { attributes, children } = element;
  const parts: string[] = [];
  for (let i = 0; i < attributes.length; i += 2) {
    const name = attributes[i] ?? '';
    if (name.startsWith('xmlns')) continue;
    parts.push(`${expanded(name, scope)}=${JSON.stringify(plain(attributes[i + 1] ?? ''))}`);
  }
  if (parts.length > 1) parts.sort();
  const said = plain(element.text);
  const text = said === '' ? '' : JSON.stringify(said);
  const start = `<${expanded(element.name, scope)} ${parts.join(' ')}>${text}`;
  if (children.length === 0) return `${start}</>`;
  const inside = children.map((child) => canonicalText(child, scope));
  return `${start}${(inside.length > 1 ? inside.sort() : inside).join('')}</>`;
}

/** Names of attributes with their values. */
export function pairs(attributes: readonly string[]): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  for (let i = 0; i < attributes.length; i += 2) found.push([attributes[i] ?? '', attributes[i + 1] ?? '']);
  return found;
}

/** What prefixes mean inside an element. */
export function scopeWithin(outer: Scope, { attributes }: Element): Scope {
  let scope = outer;
  for (let i = 0; i < attributes.length; i += 2) {
    const name = attributes[i] ?? '';
    if (name.startsWith('xmlns:')) scope = { ...scope, [name.slice(6)]: attributes[i + 1] ?? '' };
  }
  return scope;
}

function expanded(name: string, scope: Scope): string {
  const colon = name.indexOf(':');
  const uri = colon < 0 ? undefined : scope[name.slice(0, colon)];
  return uri === undefined ? name : `{${uri}}${name.slice(colon + 1)}`;
}

const spaces = /\s/;

/** White space around is taken off, and inside made one space. Text of nothing else is as good as none. */
function plain(text: string): string {
  return spaces.test(text) ? text.trim().replace(/\s+/g, ' ') : text;
}
