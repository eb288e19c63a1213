import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Contents } from './contents.ts';
import { contentsOf, piecesOf } from './contents-pieces.ts';
import { FacetRows } from './facet-rows.ts';
import type { Pieces } from './pieces.ts';
import { countsOf, tally } from './tally.ts';

/** Values of one facet that narrow rows can still tell apart. */
const narrow = 2 ** 16;

async function readAgain(contents: Contents): Promise<Contents> {
  const pieces: Pieces = new Map();
  for (const [name, piece] of await piecesOf(contents))
    pieces.set(name, Uint8Array.from(Buffer.concat('slices' in piece ? [...piece.slices()] : [piece])));
  return contentsOf(pieces);
}

function countsOfOrganisations(contents: Contents): readonly number[] {
  const { documents, facets } = contents;
  const counted = tally(contents, Int32Array.from(documents.all()), { filters: {}, count: ['organisation'] });
  return countsOf(facets, counted, 'organisation').map(({ count }) => count);
}

for (const more of [0, 1, 10]) {
  test(`${narrow + more} values are each counted and found, also after they were written and read`, async () => {
    const contents = new Contents();
    for (let value = 0; value < narrow + more; value += 1) {
      contents.documents.add(`r${value}`, { length: 1, year: 2020, changed: 1, langs: 0 });
      contents.facets.addRow({ organisation: [`o${value}`, `o${narrow - 1}`] });
    }
    const again = await readAgain(contents);
    for (const { facets } of [contents, again]) {
      assert.equal(facets.row.data instanceof Uint16Array, more === 0);
      const number = facets.find('organisation', `o${narrow - 1 + more}`) ?? -1;
      assert.ok(facets.documentsWith(number).includes(narrow - 1 + more));
    }
    const expected = [narrow + more, ...Array.from({ length: narrow + more - 1 }, () => 1)];
    assert.deepEqual(countsOfOrganisations(contents), expected);
    assert.deepEqual(countsOfOrganisations(again), expected);
  });
}

test('a row that makes the numbers wide holds the values before and after', () => {
  const rows = new FacetRows();
  rows.addRow({ organisation: Array.from({ length: narrow - 1 }, (_, value) => `o${value}`) });
  rows.addRow({ provider: ['BR'], organisation: ['o1', 'new'] });
  rows.addRow({ provider: ['CN'] });
  const held = Array.from(
    { length: rows.start.at(3) - rows.start.at(1) },
    (_, place) => rows.values[rows.row.at(rows.start.at(1) + place)],
  );
  assert.deepEqual(held, ['BR', 'o1', 'new', 'CN']);
});
