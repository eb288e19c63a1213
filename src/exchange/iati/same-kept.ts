import type { Kept } from '../../lifecycle/revision.ts';
import { canonicalText, pairs, scopeWithin } from './internal/canonical-text.ts';
import { keptDocument, keptTree, longestCompared } from './internal/kept.ts';
import { kindUnder, partsSaying, registerFor } from './internal/record-kinds.ts';

/** What the root says for all records in it, where they do not say it themselves. */
const inherited: ReadonlySet<string> = new Set(['xml:lang', 'default-currency']);

/**
 * Whether two sources say the same: up to white space, the order of attributes and of elements, the prefixes of
 * namespaces, and what the root says of the file. What not everybody may see is left out of account: a file that was
 * fetched from here may lack it, and its fields are compared by themselves.
 */
export function sameKept(a: Kept, b: Kept): boolean {
  if (a.sha256 === b.sha256) return true;
  const [first, second] = [keptDocument(a).source, keptDocument(b).source];
  if (first.length > longestCompared || second.length > longestCompared)
    return spaced(first) === spaced(second);
  return canonical(a) === canonical(b);
}

/** A very long source is compared as it stands, but for white space. */
function spaced(source: string): string {
  return source.replace(/\s+/g, ' ');
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
