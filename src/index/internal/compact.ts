import { Contents } from './contents.ts';
import { afterVarint, readVarint } from './varint.ts';

/** Writes the living part of an index anew, without reading any text again. Documents keep their order. */
export function compact(old: Contents): Contents {
  const fresh = new Contents();
  const numbers = copyDocuments(old, fresh);
  for (let form = 0; form < old.lexicon.size; form += 1) copyForm(old, form, fresh, numbers);
  return fresh;
}

/** Answers the new number of each old document, -1 for the dead. */
function copyDocuments({ documents, facets }: Contents, fresh: Contents): Int32Array {
  const numbers = new Int32Array(documents.size).fill(-1);
  for (const doc of documents.all()) {
    const { lengths, years, changed } = documents;
    const recordId = documents.recordIds[doc] ?? '';
    numbers[doc] = fresh.documents.add(recordId, lengths.at(doc), years.at(doc), changed.at(doc));
    fresh.facets.addCopy(facets, doc);
  }
  return numbers;
}

/** Forms that only dead documents had are left behind. */
function copyForm({ lexicon, postings }: Contents, form: number, fresh: Contents, numbers: Int32Array): void {
  const { docs, weights } = postings.hits(form);
  const { bytes } = postings.lists;
  const places = new Uint8Array(postings.sizeOfPlaces(form));
  let living = 0;
  let used = 0;
  for (let i = 0, place = postings.placesOf(form); i < docs.length; i += 1) {
    const end = endOfPlaces(bytes, place);
    const doc = numbers[docs[i] ?? 0] ?? -1;
    if (doc >= 0) {
      docs[living] = doc;
      weights[living] = weights[i] ?? 1;
      living += 1;
      while (place < end) places[used++] = bytes[place++] ?? 0;
    }
    place = end;
  }
  if (living === 0) return;
  const freshForm = fresh.lexicon.formOf(
    lexicon.surfaces[form] ?? '',
    lexicon.terms[lexicon.termOf.at(form)] ?? '',
  );
  fresh.postings.addForm();
  const hits = { docs: docs.subarray(0, living), weights: weights.subarray(0, living) };
  fresh.postings.fill(freshForm, hits, places.subarray(0, used));
}

function endOfPlaces(bytes: Uint8Array, at: number): number {
  return afterVarint(bytes, at) + readVarint(bytes, at);
}
