import { hash } from 'node:crypto';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Kept } from '../../../lifecycle/revision.ts';
import { defaultLimits } from '../../limits.ts';
import type { Element } from '../../xml/element.ts';
import { everything, TreeBuilder } from '../../xml/tree-builder.ts';
import { escapedValue } from '../../xml/write-xml.ts';
import { XmlScanner } from '../../xml/xml-scanner.ts';

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

function rootTag({ name, attributes }: Element, source: string): string {
  let tag = `<${name}`;
  for (let i = 0; i < attributes.length; i += 2) {
    const [key = '', value = ''] = [attributes[i], attributes[i + 1]];
    const unused = key.startsWith('xmlns:') && !source.includes(`${key.slice(6)}:`);
    if (!unused && !ofTheFile.has(key)) tag += ` ${key}="${escapedValue(value)}"`;
  }
  return `${tag}>`;
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
