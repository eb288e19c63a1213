import { hash } from 'node:crypto';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Kept } from '../../../lifecycle/revision.ts';
import { defaultLimits } from '../../limits.ts';
import type { Element } from '../../xml/element.ts';
import { everything, TreeBuilder } from '../../xml/tree-builder.ts';
import { escapedValue } from '../../xml/write-xml.ts';
import { XmlScanner } from '../../xml/xml-scanner.ts';
import { pairs } from './canonical-text.ts';

/** Says of a record that its parts do not stand in the order of the standard. */
const unordered = '<?southbridge unordered?>';
/** Room for a record of usual length: what is made ready for longer ones takes longer than packing it. */
const quickest = { params: { [constants.ZSTD_c_compressionLevel]: 1 }, chunkSize: 4096 };
/** Attributes of the root that say something of the file, not of the records in it. */
const ofTheFile: ReadonlySet<string> = new Set(['generated-datetime', 'linked-data-default']);

/** What a record's source says, to be kept: a document of this one record, under the root it stood under, packed by zstd. */
export function keep(root: Element, source: string, inOrder: boolean): Kept {
  const text = `${inOrder ? '' : unordered}${rootTag(root, source)}${source}</${root.name}>`;
  const bytes = zstdCompressSync(text, quickest);
  return { form: 'iati', sha256: hash('sha256', bytes), bytes };
}

/** The start tag of the root as far as it concerns the record: of its namespaces those that the record uses. */
function rootTag(root: Element, source: string): string {
  const { start, namespaces, anyPrefix } = tagOf(root);
  if (namespaces.length === 0 || !anyPrefix.test(source)) return `${start}>`;
  const used = namespaces.filter(([name]) => source.includes(`${name.slice(6)}:`));
  return `${start}${used.map(([name, uri]) => ` ${name}="${escapedValue(uri)}"`).join('')}>`;
}

interface RootTag {
  /** Without its namespaces and its `>`. */
  readonly start: string;
  readonly namespaces: readonly (readonly [string, string])[];
  readonly anyPrefix: RegExp;
}

/** Records of one file share their root. */
const tags = new WeakMap<Element, RootTag>();

function tagOf(root: Element): RootTag {
  const known = tags.get(root);
  if (known !== undefined) return known;
  const said = pairs(root.attributes).filter(([name]) => !ofTheFile.has(name));
  const namespaces = said.filter(([name]) => name.startsWith('xmlns:'));
  const others = said.filter(([name]) => !name.startsWith('xmlns:'));
  const prefixes = namespaces.map(([name]) => name.slice(6).replace(/[.]/g, '\\.'));
  const start = `<${root.name}${others.map(([name, value]) => ` ${name}="${escapedValue(value)}"`).join('')}`;
  const tag = { start, namespaces, anyPrefix: new RegExp(`[\\s</](?:${prefixes.join('|')}):`) };
  tags.set(root, tag);
  return tag;
}

/** What was kept, unpacked. */
export interface KeptDocument {
  /** Attributes of the root, names and values by turns. */
  readonly root: readonly string[];
  /** The record as it stood in its file. */
  readonly source: string;
  readonly inOrder: boolean;
}

export function keptDocument({ bytes }: Pick<Kept, 'bytes'>): KeptDocument {
  const text = zstdDecompressSync(bytes).toString();
  const inOrder = !text.startsWith(unordered);
  const from = inOrder ? 0 : unordered.length;
  // Values in the root's tag are escaped, so that its first `>` ends it.
  const tagEnd = text.indexOf('>', from);
  const source = text.slice(tagEnd + 1, text.lastIndexOf('</'));
  return { root: attributesOf(text.slice(from, tagEnd)), source, inOrder };
}

let lastTag: { readonly tag: string; readonly attributes: readonly string[] } = { tag: '', attributes: [] };

/** Attributes of a start tag without its `>`. The last one is remembered: records of one file share theirs. */
function attributesOf(tag: string): readonly string[] {
  if (lastTag.tag !== tag) {
    const found = parsed(`${tag}><r/></${/^<([^\s>]+)/.exec(tag)?.[1] ?? ''}>`);
    lastTag = { tag, attributes: found.root.attributes };
  }
  return lastTag.attributes;
}

/** Longest source of which a tree is made only to compare it, in characters: a tree takes up to forty times the memory. */
export const longestCompared = 1_000_000;

/** The whole tree of a kept record with the root that it stands under. */
export function keptTree({ bytes }: Pick<Kept, 'bytes'>): {
  readonly root: Element;
  readonly record: Element;
} {
  return parsed(zstdDecompressSync(bytes).toString());
}

/** The whole tree of a record, read again from its source. */
export function treeOf(root: Element, source: string): Element {
  return parsed(`${rootTag(root, source)}${source}</${root.name}>`).record;
}

function parsed(text: string): { readonly root: Element; readonly record: Element } {
  const found: { root?: Element; record?: Element } = {};
  const scanner: XmlScanner = new XmlScanner(
    new TreeBuilder(everything, {
      rootBegun: (root) => {
        found.root = root;
      },
      recordBegun: () => scanner.beginRecord(),
      recordEnded: (record) => {
        scanner.endRecord();
        found.record = record;
      },
    }),
    // It was read once within limits; elements that nobody wanted then did not count.
    { ...defaultLimits, rowCharacters: Number.POSITIVE_INFINITY },
    'kept',
  );
  scanner.write(text);
  scanner.end();
  if (found.root === undefined || found.record === undefined)
    throw new Error('what was kept holds no record');
  return { root: found.root, record: found.record };
}
