import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { IndexChange, IndexDocument } from '../../operations/ports.ts';
import { Contents } from './contents.ts';
import { piecesOf } from './contents-pieces.ts';
import type { PiecesToWrite } from './pieces.ts';

const subjects = ['water', 'health', 'training', 'coopération', '南南合作', 'вода', 'التعاون'];

/** Every text says some words twice; the number makes some words of a record its own. */
function record(number: number, words = 40): IndexDocument {
  const text = Array.from({ length: words }, (_, i) => subjects[(number * i) % 7] ?? '').join(' ');
  return {
    recordId: `r${number % 900}`,
    register: 'activity',
    title: [{ lang: 'en', text: `Record ${number}: ${text.slice(0, 30)}` }],
    summary: [{ lang: 'fr', text }],
    body: [{ lang: 'und', text: `${text} w${number} w${number % 50}` }],
    facets: { provider: [`P${number % 3}`] },
    changed: number,
  };
}

async function wholePiecesOf(contents: Contents): Promise<ReadonlyMap<string, Buffer>> {
  return wholeOf(await piecesOf(contents));
}

/** Copies, as they stand now. */
function wholeOf(pieces: PiecesToWrite): ReadonlyMap<string, Buffer> {
  return new Map(
    Array.from(pieces, ([name, piece]) => [
      name,
      Buffer.concat('slices' in piece ? Array.from(piece.slices(), (slice) => Buffer.from(slice)) : [piece]),
    ]),
  );
}

test('records put in together are held as records put in one by one', async () => {
  const changes: IndexChange[] = Array.from({ length: 1000 }, (_, number) => ({ put: record(number) }));
  changes.splice(500, 0, { remove: { recordId: 'r3', register: 'activity' } });
  const together = new Contents();
  together.apply(changes);
  const oneByOne = new Contents();
  for (const change of changes) oneByOne.apply([change]);
  assert.deepEqual(await wholePiecesOf(together), await wholePiecesOf(oneByOne));
});

test('what is written of an index is what it held then, whatever is put in, again or for the first time, or removed', async () => {
  const contents = new Contents();
  contents.apply(Array.from({ length: 500 }, (_, number) => ({ put: record(number) })));
  const held = await wholePiecesOf(contents);
  const pieces = await piecesOf(contents);
  // More values than narrow rows of facets can tell apart.
  const provider = Array.from({ length: 66_000 }, (_, value) => `P${value}`);
  contents.apply([
    ...Array.from({ length: 500 }, (_, number) => ({ put: record(number + 300) })),
    { remove: { recordId: 'r3', register: 'activity' } },
    { put: { ...record(4), facets: { provider } } },
  ]);
  assert.deepEqual(wholeOf(pieces), held);
});

test('a record longer than what is told together at most is held whole', () => {
  const text = 'water '.repeat(40_000);
  const long = { ...record(2), body: [{ lang: 'en', text }], summary: [], title: [] };
  const contents = new Contents();
  contents.apply([{ put: record(1) }, { put: long }, { put: record(4) }]);
  const [form = -1] = contents.lexicon.formsOf('water');
  const { docs, weights } = contents.postings.hits(form);
  assert.deepEqual([...docs], [0, 1, 2]);
  assert.equal(weights[1], 40_000);
  assert.equal(contents.documents.lengths.at(1), 40_000);
});

test('a record that cannot be read leaves nothing behind, and those before it are found', () => {
  const { title, ...rest } = record(5);
  // A body that is no text, as a fault in a caller might hand over.
  const broken = { ...rest, title, body: [{ lang: 'en', text: undefined }] } as unknown as IndexDocument;
  const contents = new Contents();
  assert.throws(() => contents.apply([{ put: record(1) }, { put: broken }]), TypeError);
  contents.apply([{ put: record(2) }]);
  const [form = -1] = contents.lexicon.formsOf('record');
  assert.deepEqual([...contents.postings.hits(form).docs], [0, 1]);
  const without = new Contents();
  without.apply([{ put: record(1) }, { put: record(2) }]);
  const [same = -1] = without.lexicon.formsOf('record');
  assert.deepEqual(contents.postings.hits(form), without.postings.hits(same));
  assert.throws(() => contents.apply([{ put: { ...broken, recordId: 'r2' } }]), TypeError);
  assert.equal(contents.documents.living, 2, 'what there was of the record stays');
});
