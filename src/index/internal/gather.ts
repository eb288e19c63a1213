import type { Contents } from './contents.ts';
import type { Documents } from './documents.ts';
import type { Hits } from './postings.ts';

/** From one document in so many on, going through all documents once is cheaper than merging lists. */
const denseShare = 16;

/** Whether so many hits among so many documents are gathered rather than merged. */
export function isDense(hits: number, documents: number): boolean {
  return hits * denseShare >= documents;
}

/**
 * The living documents of any of the forms, with the sum of their weights: weights are added up in one place for each
 * document, which are then gone through in order. Where a third of all documents match, merging two lists costs a wrong
 * guess of the processor for nearly each of them; here nothing is guessed.
 */
export function gather({ postings, documents, workspace }: Contents, forms: readonly number[]): Hits {
  const byDocument = workspace.zeros(documents.size);
  const counts = forms.map((form) => postings.count(form));
  const most = Math.max(0, ...counts);
  const read = { docs: workspace.numbers(most), weights: workspace.numbers(most) };
  forms.forEach((form, place) => {
    postings.read(form, read);
    addTo(byDocument, read, counts[place] ?? 0);
  });
  if (documents.dead > 0) clearDead(byDocument, documents);
  // One place more than can be filled: it is written to before it is known whether it stays.
  const found = counts.reduce((sum, count) => sum + count, 0);
  const room = Math.min(found, byDocument.length) + 1;
  const docs = workspace.numbers(room);
  const weights = workspace.numbers(room);
  let size = 0;
  for (let doc = 0; doc < byDocument.length; doc += 1) {
    const weight = byDocument[doc] ?? 0;
    docs[size] = doc;
    weights[size] = weight;
    // 1 where the weight is above 0, without a branch.
    size += (0 - weight) >>> 31;
  }
  return { docs: docs.subarray(0, size), weights: weights.subarray(0, size), byDocument };
}

function addTo(byDocument: Int32Array, { docs, weights }: Hits, count: number): void {
  for (let i = 0; i < count; i += 1) {
    const doc = docs[i] ?? 0;
    byDocument[doc] = (byDocument[doc] ?? 0) + (weights[i] ?? 0);
  }
}

function clearDead(byDocument: Int32Array, { alive }: Documents): void {
  for (let doc = 0; doc < byDocument.length; doc += 1) {
    byDocument[doc] = (byDocument[doc] ?? 0) * (alive.data[doc] ?? 0);
  }
}
