import { hash } from 'node:crypto';

/** Hashes of whole subtrees: on level k, number i covers the 2^k leaves from i·2^k on. */
export interface Nodes {
  node(level: number, index: number): Buffer;
}

const leafPrefix = Buffer.of(0);
const nodePrefix = Buffer.of(1);

/** The hash of a leaf (RFC 6962, section 2.1). */
export function leafHash(text: string): Buffer {
  return hash('sha256', Buffer.concat([leafPrefix, Buffer.from(text)]), 'buffer');
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([nodePrefix, left, right]), 'buffer');
}

/** The root over leaves `from` up to, but not with, `to`; `from` must be where a subtree of that size can begin. */
export function rootOver(nodes: Nodes, from: number, to: number): Buffer {
  const count = to - from;
  if (count === 0) return hash('sha256', '', 'buffer');
  const split = splitOf(count);
  if (split === 0) return nodes.node(Math.log2(count), from / count);
  return nodeHash(rootOver(nodes, from, from + split), rootOver(nodes, from + split, to));
}

/** PATH(m, D[n]) of RFC 6962, section 2.1.1: the neighbours of leaf `index`, from below. */
export function inclusionPath(nodes: Nodes, index: number, size: number): readonly Buffer[] {
  return pathWithin(nodes, index, 0, size);
}

function pathWithin(nodes: Nodes, index: number, from: number, to: number): readonly Buffer[] {
  if (to - from === 1) return [];
  const middle = from + halfOf(to - from);
  return index < middle
    ? [...pathWithin(nodes, index, from, middle), rootOver(nodes, middle, to)]
    : [...pathWithin(nodes, index, middle, to), rootOver(nodes, from, middle)];
}

/** PROOF(m, D[n]) of RFC 6962, section 2.1.2, for 0 < `from` ≤ `size`. */
export function consistencyPath(nodes: Nodes, from: number, size: number): readonly Buffer[] {
  return from === size ? [] : subProof(nodes, from, 0, size, true);
}

function subProof(nodes: Nodes, old: number, from: number, to: number, whole: boolean): readonly Buffer[] {
  if (old === to) return whole ? [] : [rootOver(nodes, from, to)];
  const middle = from + halfOf(to - from);
  return old <= middle
    ? [...subProof(nodes, old, from, middle, whole), rootOver(nodes, middle, to)]
    : [...subProof(nodes, old, middle, to, false), rootOver(nodes, from, middle)];
}

/** The largest power of two below `count` where that is none itself; 0 where it is one. */
function splitOf(count: number): number {
  const half = halfOf(count);
  return half * 2 === count ? 0 : half;
}

/** The largest power of two below `count`, which is more than 1 (of 1: a half, which nobody asks for). */
function halfOf(count: number): number {
  return 2 ** (Math.ceil(Math.log2(count)) - 1);
}

/** Takes leaves in one after the other and knows the root so far; keeps one hash a level. */
export class Frontier {
  size = 0;
  /** The whole subtrees on the right edge, the largest first: one for each 1 in the binary form of `size`. */
  readonly #peaks: Buffer[] = [];

  add(leaf: Buffer): void {
    let merged = leaf;
    for (let rest = this.size; rest % 2 === 1; rest = (rest - 1) / 2) {
      const left = this.#peaks.pop();
      if (left !== undefined) merged = nodeHash(left, merged);
    }
    this.#peaks.push(merged);
    this.size += 1;
  }

  /** `rest`: the root over what follows, which is less than any subtree so far; nothing where absent. */
  root(rest?: Buffer): Buffer {
    const peaks = rest === undefined ? this.#peaks : [...this.#peaks, rest];
    const last = peaks.at(-1);
    if (last === undefined) return hash('sha256', '', 'buffer');
    return peaks.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last);
  }
}
