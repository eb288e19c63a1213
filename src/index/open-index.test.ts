import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { type FacetName, facetNames, type Words } from '../fields/facet.ts';
import type { IndexDocument, IndexQuery, SearchIndex } from '../operations/ports.ts';
import { openIndex } from './open-index.ts';

const page: IndexQuery = {
  words: '',
  lang: 'en',
  filters: {},
  sort: 'best',
  offset: 0,
  limit: 20,
  count: [],
};

function en(text: string): readonly Words[] {
  return [{ lang: 'en', text }];
}

function record(recordId: string, parts: Partial<IndexDocument>): { put: IndexDocument } {
  const empty = { register: 'activity', title: [], summary: [], body: [], facets: {}, changed: 1 };
  return { put: { ...empty, recordId, ...parts } };
}

function found(index: SearchIndex, query: Partial<IndexQuery>): readonly string[] {
  return index.search({ ...page, ...query }).hits.map(({ recordId }) => recordId);
}

async function indexOf(...puts: { put: IndexDocument }[]): Promise<SearchIndex> {
  const index = await openIndex({ name: 'test' });
  index.apply(puts, puts.length);
  return index;
}

async function inFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'index-'));
  try {
    await run(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('a phrase does not run from the title into the summary, nor from one text into the next', async () => {
  const index = await indexOf(
    record('across', {
      title: en('clean water'),
      summary: en('supply'),
      body: [...en('school'), ...en('meals')],
    }),
    record('within', { body: en('a water supply and school meals') }),
  );
  assert.deepEqual(found(index, { words: '"water supply"' }), ['within']);
  assert.deepEqual(found(index, { words: '"school meals"' }), ['within']);
});

test('title counts more than summary, summary more than body', async () => {
  const filler = 'other words of equal number';
  const index = await indexOf(
    record('body', { title: en(filler), summary: en(filler), body: en('irrigation') }),
    record('title', { title: en('irrigation'), summary: en(filler), body: en(filler) }),
    record('summary', { title: en(filler), summary: en('irrigation'), body: en(filler) }),
  );
  assert.deepEqual(found(index, { words: 'irrigation' }), ['title', 'summary', 'body']);
});

test('a record told in four languages is not marked down for its length', async () => {
  const text = 'vaccine production shared between ministries';
  const others = ['fr', 'es', 'pt'].map((lang) => ({ lang, text: 'autres mots sans lien ici' }));
  const index = await indexOf(
    record('four', { body: [...en(text), ...others] }),
    record('one', { body: en(text) }),
  );
  const [first, second] = index.search({ ...page, words: 'vaccine' }).hits;
  assert.equal(first?.score, second?.score);
});

test('a record put in again is found by its new words and counted once; removed, it is gone', async () => {
  const index = await indexOf(record('a', { title: en('cassava'), facets: { kind: ['activity'] } }));
  index.apply([record('a', { title: en('sorghum'), facets: { kind: ['practice'] } })], 2);
  assert.deepEqual(found(index, { words: 'cassava' }), []);
  assert.deepEqual(found(index, { words: 'sorghum' }), ['a']);
  assert.deepEqual(index.search({ ...page, count: ['kind'] }).facets, {
    kind: [{ value: 'practice', count: 1 }],
  });
  index.apply([{ remove: { recordId: 'a', register: 'activity' } }], 3);
  assert.equal(index.search(page).total, 0);
  assert.equal(index.size().records, 0);
  assert.equal(index.position(), 3);
});

test('words are completed by frequency, and not from records that were removed', async () => {
  const index = await indexOf(
    record('a', { title: en('solar solutions') }),
    record('b', { title: en('solar soil') }),
    record('c', { title: en('Sölar sovereign') }),
  );
  assert.deepEqual(index.complete('SO', 9), ['solar', 'solutions', 'soil', 'sovereign']);
  index.apply([{ remove: { recordId: 'c', register: 'activity' } }], 4);
  assert.deepEqual(index.complete('so', 9), ['solar', 'solutions', 'soil']);
  assert.deepEqual(index.complete('so', 1), ['solar']);
  assert.deepEqual(index.complete('', 5), []);
});

test('a filter without values filters nothing; one with a value nobody has finds nothing', async () => {
  const index = await indexOf(record('a', { facets: { provider: ['BR', 'BR'] } }));
  assert.deepEqual(found(index, { filters: { provider: [] } }), ['a']);
  const { total, facets } = index.search({
    ...page,
    filters: { provider: ['XX'] },
    count: ['provider', 'host'],
  });
  assert.equal(total, 0);
  assert.deepEqual(facets, { provider: [{ value: 'BR', count: 1 }], host: [] });
});

test('words and values named like parts of JavaScript objects are words and values', async () => {
  const index = await indexOf(
    record('__proto__', {
      title: en('__proto__ constructor'),
      facets: { sector: ['__proto__', 'toString'] },
    }),
  );
  assert.deepEqual(found(index, { words: 'constructor', filters: { sector: ['toString'] } }), ['__proto__']);
  assert.deepEqual(index.search({ ...page, count: ['sector'] }).facets.sector?.length, 2);
});

test('the answer names terms and forms looked for, for marking them', async () => {
  const index = await indexOf(record('a', { title: en('training trainings') }));
  const { terms } = index.search({ ...page, words: 'training' });
  assert.ok(
    terms.includes('train') && terms.includes('training') && terms.includes('trainings'),
    terms.join(),
  );
});

test('after many updates of the same records the index is no larger than the records need', async () => {
  const index = await openIndex({ name: 'test' });
  const put = (round: number) =>
    Array.from({ length: 50 }, (_, i) => record(`r${i}`, { title: en(`round${round} number${i}`) }));
  index.apply(put(0), 1);
  const { bytes } = index.size();
  for (let round = 1; round < 40; round += 1) index.apply(put(round), round + 1);
  assert.ok(index.size().bytes < bytes * 2, `${bytes} bytes became ${index.size().bytes}`);
  assert.equal(index.search({ ...page, words: 'round39' }).total, 50);
  assert.equal(index.search({ ...page, words: 'round38' }).total, 0);
});

test('a snapshot holds what was in the index when save was called, not what came while it was written', async () => {
  await inFolder(async (folder) => {
    const index = await openIndex({ folder, name: 'public' });
    index.apply([record('a', {})], 1);
    const saved = index.save();
    index.apply([record('b', {})], 2);
    await saved;
    const read = await openIndex({ folder, name: 'public' });
    assert.equal(read.position(), 1);
    assert.deepEqual(found(read, {}), ['a']);
  });
});

test('with a damaged snapshot the index starts empty at 0; saving mends it', async () => {
  await inFolder(async (folder) => {
    const path = join(folder, 'public.index');
    const index = await openIndex({ folder, name: 'public' });
    index.apply([record('a', { title: en('biogas') })], 9);
    await index.save();
    const bytes = await readFile(path);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    await writeFile(path, bytes);
    const empty = await openIndex({ folder, name: 'public' });
    assert.equal(empty.position(), 0);
    assert.equal(empty.search(page).total, 0);
    empty.apply([record('a', { title: en('biogas') })], 9);
    await Promise.all([empty.save(), empty.save()]);
    await empty.close();
    assert.deepEqual(found(await openIndex({ folder, name: 'public' }), { words: 'biogas' }), ['a']);
  });
});

test('an index that was made under other rules of making documents is not used', async () => {
  await inFolder(async (folder) => {
    const before = await openIndex({ folder, name: 'everybody', rules: '1' });
    before.apply([record('a', { title: en('wells') })], 5);
    await before.save();
    assert.equal((await openIndex({ folder, name: 'everybody', rules: '1' })).position(), 5);
    assert.equal((await openIndex({ folder, name: 'everybody', rules: '2' })).position(), 0);
  });
});

test('indexes of two audiences lie in one folder without touching each other', async () => {
  await inFolder(async (folder) => {
    const open = await openIndex({ folder, name: 'public' });
    const closed = await openIndex({ folder, name: 'staff' });
    closed.apply([record('secret', {})], 5);
    await Promise.all([open.save(), closed.save()]);
    assert.equal((await openIndex({ folder, name: 'public' })).size().records, 0);
    assert.equal((await openIndex({ folder, name: 'staff' })).size().records, 1);
  });
});

test('an index without a folder lives in memory: saving it writes nothing and succeeds', async () => {
  const index = await indexOf(record('a', {}));
  await index.save();
  await index.close();
  assert.equal(index.position(), 1);
});

test('filtered by every facet at once, each is counted with all filters but its own', async () => {
  const facetsWith = (other?: FacetName) =>
    Object.fromEntries(facetNames.map((name) => [name, [name === other ? 'b' : 'a']]));
  const index = await indexOf(
    record('all', { facets: facetsWith(), changed: 1 }),
    ...facetNames.map((name) => record(name, { facets: facetsWith(name), changed: 2 })),
    record('none', { changed: 3 }),
  );
  const filters = Object.fromEntries(facetNames.map((name) => [name, ['a']]));
  const { total, facets } = index.search({ ...page, filters, count: facetNames });
  assert.equal(total, 1);
  for (const name of facetNames)
    assert.deepEqual(facets[name], [
      { value: 'a', count: 1 },
      { value: 'b', count: 1 },
    ]);
  const either = index.search({ ...page, filters: { kind: ['a', 'b'] }, count: ['kind', 'year'] });
  assert.equal(either.total, facetNames.length + 1);
  assert.deepEqual(either.facets.kind, [
    { value: 'a', count: facetNames.length },
    { value: 'b', count: 1 },
  ]);
  const unknown = index.search({ ...page, filters: { kind: ['z'] }, count: ['kind', 'year'] });
  assert.equal(unknown.total, 0);
  assert.deepEqual(unknown.facets.kind, either.facets.kind);
  assert.deepEqual(unknown.facets.year, []);
});
