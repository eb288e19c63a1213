import { ByteLists } from './byte-lists.ts';
import { Contents } from './contents.ts';
import { Documents } from './documents.ts';
import { FacetRows } from './facet-rows.ts';
import { Lexicon } from './lexicon.ts';
import { Postings, writeDoc } from './postings.ts';
import { afterVarint, readVarint } from './varint.ts';

/** Writes the living part of an index anew, without reading any text again. Documents and forms keep their order. */
export function compact(old: Contents): Contents {
  const documents = new Documents();
  const facets = new FacetRows();
  const docs = copyDocuments(old, documents, facets);
  const { lists, forms } = copyLists(old.postings, docs);
  const lexicon = copyForms(old.lexicon, forms);
  const alphabet = old.alphabet.renumbered(lexicon, forms);
  return new Contents(documents, lexicon, new Postings(lists), facets, alphabet);
}

/** Answers the new number of each old document, -1 for the dead. */
function copyDocuments(old: Contents, documents: Documents, facets: FacetRows): Int32Array {
  const { recordIds, lengths, years, changed, size } = old.documents;
  const numbers = new Int32Array(size).fill(-1);
  const rows = facets.copierOf(old.facets);
  for (const doc of old.documents.all()) {
    numbers[doc] = documents.add(recordIds[doc] ?? '', lengths.at(doc), years.at(doc), changed.at(doc));
    rows(doc);
  }
  return numbers;
}

/**
 * Copies both lists of each form, one right after the other into one array: without the dead, distances only become
 * smaller, so no list needs more room than before. `forms` are the new numbers of the forms, -1 for those that only
 * dead documents had.
 */
function copyLists(old: Postings, numbers: Int32Array): { lists: ByteLists; forms: Int32Array } {
  const from = old.lists.bytes;
  const bytes = new Uint8Array(old.lists.used);
  const sizes: number[] = [];
  const marks: number[] = [];
  const forms = new Int32Array(old.forms).fill(-1);
  let end = 0;
  for (let form = 0; form < forms.length; form += 1) {
    const { docs, weights } = old.hits(form);
    const start = end;
    let last = -1;
    let living = 0;
    for (let i = 0; i < docs.length; i += 1) {
      const doc = numbers[docs[i] ?? 0] ?? -1;
      // Read again below, to know whose positions to copy.
      docs[i] = doc;
      if (doc < 0) continue;
      end = writeDoc(bytes, end, doc - last, weights[i] ?? 1);
      last = doc;
      living += 1;
    }
    if (living === 0) continue;
    const middle = end;
    for (let i = 0, place = old.placesOf(form); i < docs.length; i += 1) {
      const next = afterVarint(from, place) + readVarint(from, place);
      if ((docs[i] ?? -1) < 0) place = next;
      else while (place < next) bytes[end++] = from[place++] ?? 0;
    }
    forms[form] = sizes.length / 2;
    sizes.push(middle - start, end - middle);
    marks.push(last, living);
  }
  const lists = ByteLists.unpack(bytes.slice(0, end), Int32Array.from(sizes), Int32Array.from(marks));
  return { lists, forms };
}

function copyForms(old: Lexicon, forms: Int32Array): Lexicon {
  const lexicon = new Lexicon();
  const terms = new Int32Array(old.terms.length).fill(-1);
  for (let form = 0; form < forms.length; form += 1) {
    if ((forms[form] ?? -1) < 0) continue;
    const term = old.termOf.at(form);
    if (terms[term] === -1) terms[term] = lexicon.addTerm(old.terms[term] ?? '');
    lexicon.add(old.surfaces[form] ?? '', terms[term] ?? 0);
  }
  return lexicon;
}
