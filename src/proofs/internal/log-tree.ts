import { setImmediate as breath } from 'node:timers/promises';
import { type HashRows, hashBytes } from './hash-files.ts';
import { consistencyPath, inclusionPath, type Nodes, nodeHash, rootOver } from './merkle.ts';

/** Subtrees made before other work gets its turn: some 5 ms. */
const nodesPerTurn = 4_096;

/** The tree over the leaves given so far, with every whole subtree kept, so that any proof reads some dozens of hashes. */
export class LogTree implements Nodes {
  readonly #rows: HashRows;
  #size: number;

  /** `size`: how many leaves of what the rows hold are to be believed. */
  constructor(rows: HashRows, size: number) {
    this.#rows = rows;
    this.#size = Math.min(size, rows.length(0));
  }

  get size(): number {
    return this.#size;
  }

  add(leaves: readonly Buffer[]): void {
    if (leaves.length === 0) return;
    const before = this.#size;
    this.#rows.put(0, before, Buffer.concat(leaves));
    this.#size = before + leaves.length;
    for (let level = 1; this.#size >= 2 ** level; level += 1) {
      const [from, to] = [before, this.#size].map((count) => Math.floor(count / 2 ** level));
      this.#raise(level, from ?? 0, to ?? 0);
    }
  }

  /** Makes all subtrees again from the leaves: what a stop in the middle of writing left behind is gone then. */
  async raiseAll(): Promise<void> {
    for (let level = 1; this.#size >= 2 ** level; level += 1) {
      const all = Math.floor(this.#size / 2 ** level);
      for (let from = 0; from < all; from += nodesPerTurn) {
        this.#raise(level, from, Math.min(all, from + nodesPerTurn));
        await breath();
      }
    }
  }

  node(level: number, index: number): Buffer {
    return this.#rows.get(level, index);
  }

  root(size: number): Buffer {
    return rootOver(this, 0, size);
  }

  inclusion(index: number, size: number): readonly Buffer[] {
    return inclusionPath(this, index, size);
  }

  consistency(from: number, size: number): readonly Buffer[] {
    return consistencyPath(this, from, size);
  }

  #raise(level: number, from: number, to: number): void {
    if (from === to) return;
    const below = this.#rows.get(level - 1, from * 2, (to - from) * 2);
    const made = Buffer.alloc((to - from) * hashBytes);
    for (let at = 0; at < made.length; at += hashBytes) {
      const left = below.subarray(at * 2, at * 2 + hashBytes);
      nodeHash(left, below.subarray(at * 2 + hashBytes, at * 2 + 2 * hashBytes)).copy(made, at);
    }
    this.#rows.put(level, from, made);
  }
}
