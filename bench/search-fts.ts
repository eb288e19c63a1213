import { DatabaseSync } from 'node:sqlite';
import { Contents } from '../src/index/internal/contents.ts';
import { sortKeys } from '../src/index/internal/rank.ts';
import { countsOf, tally } from '../src/index/internal/tally.ts';
import { highest } from '../src/index/internal/top.ts';
import { parseQuery } from '../src/language/query.ts';
import { forEachToken } from '../src/language/tokens.ts';
import type { IndexDocument, IndexQuery } from '../src/operations/ports.ts';

/** The yardstick: SQLite finds the documents, the index's own columns filter, count and sort. Terms are given ready cut. */
export class FtsWithColumns {
  readonly #db = new DatabaseSync(':memory:');
  readonly #contents = new Contents();
  readonly #insert;
  readonly #byRank;
  readonly #byId;

  constructor() {
    this.#db.exec(
      "CREATE VIRTUAL TABLE fts USING fts5(title, summary, body, content='', tokenize='unicode61')",
    );
    this.#insert = this.#db.prepare('INSERT INTO fts(rowid, title, summary, body) VALUES (?, ?, ?, ?)');
    this.#byRank = this.#db.prepare(
      'SELECT rowid AS id, bm25(fts, 4, 1, 1) AS rank FROM fts WHERE fts MATCH ?',
    );
    this.#byId = this.#db.prepare('SELECT rowid AS id FROM fts WHERE fts MATCH ?');
    this.#db.exec('BEGIN');
  }

  put(document: IndexDocument): void {
    const { recordId, year = 0, changed, title, summary, body } = document;
    const doc = this.#contents.documents.add(recordId, { length: 1, year, changed, langs: 0 });
    this.#contents.facets.addRow(document.facets);
    this.#insert.run(doc, termsOf(title), termsOf(summary), termsOf(body));
  }

  done(): void {
    this.#db.exec('COMMIT');
  }

  search({ words, lang, filters, sort, limit, count, typing }: IndexQuery): number {
    const { must } = parseQuery(words, lang, { typing: typing === true });
    const match = must.map((clause) => {
      if ('words' in clause) return `"${clause.words.map((word) => asTerm(word.terms[0] ?? '')).join(' ')}"`;
      const terms = clause.terms.map((term) => `"${asTerm(term)}"`);
      return `(${[...terms, ...(clause.prefix ? [`"${asTerm(clause.surface)}" *`] : [])].join(' OR ')})`;
    });
    const rows =
      must.length === 0 ? [] : (sort === 'best' ? this.#byRank : this.#byId).all(match.join(' AND '));
    const docs =
      must.length === 0 ? this.#contents.documents.all() : Int32Array.from(rows, ({ id }) => Number(id));
    const tallied = tally(this.#contents, docs, { filters, count });
    for (const name of count) countsOf(this.#contents.facets, tallied, name);
    const ranks = new Map(rows.map(({ id, rank }) => [Number(id), -Number(rank)]));
    const keys =
      sort === 'best' && must.length > 0
        ? Float64Array.from(tallied.passing, (doc) => ranks.get(doc) ?? 0)
        : sortKeys(sort, tallied.passing, this.#contents);
    highest(keys, limit, (place) => place);
    this.#contents.workspace.done();
    return tallied.passing.length;
  }
}

function termsOf(texts: IndexDocument['title']): string {
  const terms: string[] = [];
  for (const { text, lang } of texts) forEachToken(text, lang, (_, term) => terms.push(asTerm(term)));
  return terms.join(' ');
}

/** FTS5's own cutter must leave our terms whole. */
function asTerm(term: string): string {
  return term.replace(/[^\p{L}\p{N}]/gu, 'x');
}
