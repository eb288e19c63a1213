/** For each word of one language the likely words of the other: `probabilities.get(from)?.get(to)`. */
export type Lexicon = ReadonlyMap<number, ReadonlyMap<number, number>>;

/** A text as numbers of words, in both languages. */
export interface WordPair {
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** How much the pair counts: a short name fixes its words more surely than a long sentence. */
  readonly weight: number;
}

/**
 * Learns which word stands for which from aligned texts alone: IBM Model 1 (Brown and others 1993), expectation
 * maximisation, with an empty word that takes what has no counterpart. Gives p(to | from).
 */
export function learnLexicon(pairs: readonly WordPair[], rounds = 8): Lexicon {
  let table = uniform(pairs);
  for (let round = 0; round < rounds; round++) table = normalised(expected(pairs, table));
  table.delete(emptyWord);
  return table;
}

const emptyWord = -1;
type Table = Map<number, Map<number, number>>;

function uniform(pairs: readonly WordPair[]): Table {
  const table: Table = new Map();
  for (const { from, to } of pairs) {
    for (const word of [emptyWord, ...from]) {
      const row = rowOf(table, word);
      for (const other of to) row.set(other, 1);
    }
  }
  return normalised(table);
}

function expected(pairs: readonly WordPair[], table: Table): Table {
  const counts: Table = new Map();
  for (const { from, to, weight } of pairs) {
    const sources = [emptyWord, ...from];
    const rows = sources.map((word) => table.get(word));
    for (const other of to) {
      const shares = rows.map((row) => row?.get(other) ?? 0);
      const sum = shares.reduce((total, share) => total + share, 0);
      if (sum === 0) continue;
      sources.forEach((word, at) => {
        const row = rowOf(counts, word);
        row.set(other, (row.get(other) ?? 0) + (weight * (shares[at] ?? 0)) / sum);
      });
    }
  }
  return counts;
}

/** Shares of each row; what has become negligible is dropped, so that the table shrinks. */
function normalised(counts: Table): Table {
  for (const [word, row] of counts) {
    let sum = 0;
    for (const count of row.values()) sum += count;
    for (const [other, count] of row) {
      if (count < sum * 1e-4) row.delete(other);
      else row.set(other, count / sum);
    }
    if (row.size === 0) counts.delete(word);
  }
  return counts;
}

function rowOf(table: Table, word: number): Map<number, number> {
  const known = table.get(word);
  if (known !== undefined) return known;
  const made = new Map<number, number>();
  table.set(word, made);
  return made;
}
