import { Alphabet } from './alphabet.ts';
import { ByteLists } from './byte-lists.ts';
import { Column, float64, int32, uint8 } from './column.ts';
import { Contents } from './contents.ts';
import { Documents } from './documents.ts';
import { FacetRows } from './facet-rows.ts';
import { Lexicon } from './lexicon.ts';
import {
  bytesOf,
  float64Of,
  int32Of,
  type Pieces,
  type PiecesToWrite,
  putNumbers,
  putTexts,
  textsOf,
} from './pieces.ts';
import { Postings } from './postings.ts';
import { turns } from './turns.ts';

/** Raised with every change of what the pieces mean: older snapshots are then left aside and written anew. */
export const piecesVersion = 3;

/**
 * Everything as it is now; later changes of `contents` do not reach the pieces. What changes in place is copied at once.
 * All else only ever grows at its end: of that the lengths are noted. Texts are copied bit by bit, so that nobody waits; the
 * lists of words, which are most of an index, as they are written, so that they are not held twice.
 */
export async function piecesOf({
  documents,
  lexicon,
  alphabet,
  postings,
  facets,
}: Contents): Promise<PiecesToWrite> {
  const turn = turns();
  const pieces: PiecesToWrite = new Map();
  const counts = {
    recordIds: documents.recordIds.length,
    surfaces: lexicon.surfaces.length,
    terms: lexicon.terms.length,
    values: facets.values.length,
  };
  putNumbers(pieces, 'alive', documents.alive.copy());
  putNumbers(pieces, 'lengths', documents.lengths.pushed());
  putNumbers(pieces, 'years', documents.years.pushed());
  putNumbers(pieces, 'changed', documents.changed.pushed());
  putNumbers(pieces, 'langs', documents.langs.pushed());
  putNumbers(pieces, 'termOf', lexicon.termOf.pushed());
  putNumbers(pieces, 'sorted', alphabet.mostlySorted());
  putNumbers(pieces, 'facet.start', facets.start.pushed());
  putNumbers(pieces, 'facet.row', facets.row.pushed());
  putNumbers(pieces, 'facet.of', facets.facetOf.pushed());
  const { packed, sizes, marks } = postings.lists.pack();
  pieces.set('postings', packed);
  putNumbers(pieces, 'postings.sizes', sizes);
  putNumbers(pieces, 'postings.marks', marks);
  await putTexts(pieces, 'recordIds', documents.recordIds, counts.recordIds, turn);
  await putTexts(pieces, 'surfaces', lexicon.surfaces, counts.surfaces, turn);
  await putTexts(pieces, 'terms', lexicon.terms, counts.terms, turn);
  await putTexts(pieces, 'facet.values', facets.values, counts.values, turn);
  return pieces;
}

export function contentsOf(pieces: Pieces): Contents {
  const lexicon = lexiconOf(pieces);
  const lists = ByteLists.unpack(
    bytesOf(pieces, 'postings'),
    int32Of(pieces, 'postings.sizes'),
    int32Of(pieces, 'postings.marks'),
  );
  const alphabet = new Alphabet(lexicon, int32Of(pieces, 'sorted'));
  const documents = documentsOf(pieces);
  const facets = facetsOf(pieces);
  for (const doc of documents.all()) facets.addToLiving(doc, 1);
  return new Contents(documents, lexicon, new Postings(lists), facets, alphabet);
}

function documentsOf(pieces: Pieces): Documents {
  return new Documents(
    textsOf(pieces, 'recordIds'),
    Column.from(uint8, bytesOf(pieces, 'alive')),
    Column.from(int32, int32Of(pieces, 'lengths')),
    Column.from(int32, int32Of(pieces, 'years')),
    Column.from(float64, float64Of(pieces, 'changed')),
    Column.from(uint8, bytesOf(pieces, 'langs')),
  );
}

function lexiconOf(pieces: Pieces): Lexicon {
  const lexicon = new Lexicon();
  for (const term of textsOf(pieces, 'terms')) lexicon.addTerm(term);
  const termOf = int32Of(pieces, 'termOf');
  textsOf(pieces, 'surfaces').forEach((surface, form) => {
    lexicon.add(surface, termOf[form] ?? 0);
  });
  return lexicon;
}

function facetsOf(pieces: Pieces): FacetRows {
  const start = int32Of(pieces, 'facet.start');
  const row = bytesOf(pieces, 'facet.row');
  const narrow = row.length === (start.at(-1) ?? 0) * Uint16Array.BYTES_PER_ELEMENT;
  const facets = new FacetRows(start, narrow ? new Uint16Array(row.buffer) : new Int32Array(row.buffer));
  const facetOf = int32Of(pieces, 'facet.of');
  textsOf(pieces, 'facet.values').forEach((value, number) => {
    facets.numberOf(facetOf[number] ?? 0, value);
  });
  return facets;
}
