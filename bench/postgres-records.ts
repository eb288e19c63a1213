import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { shownFacets } from '../src/fields/facet.ts';
import { parseQuery } from '../src/language/query.ts';
import { forEachToken } from '../src/language/tokens.ts';
import type { IndexDocument, IndexQuery } from '../src/operations/ports.ts';
import { type PostgresServer, startPostgres } from '../tests/fixtures/postgres-server.ts';
import { processorMs } from './processor-time.ts';

/** Memory and processors as somebody would give them who wants this one table fast; nothing is forced to disk. */
const settings = [
  'shared_buffers = 3GB',
  'work_mem = 512MB',
  'maintenance_work_mem = 1GB',
  'effective_cache_size = 8GB',
  'random_page_cost = 1.1',
  'max_wal_size = 8GB',
  'jit = off',
  'max_parallel_maintenance_workers = 2',
  // The index too has one processor alone.
  'max_parallel_workers_per_gather = 0',
  'lc_messages = C',
];
/** Values of facet k are numbered from k times this on, so that a range of numbers is a facet. */
const perFacet = 100_000;
const labels = ['A', 'B', ''] as const;
/** Of D, C, B, A: as the index weighs body, summary and title. */
const weights = "'{0.25,0.25,0.5,1}'";

export interface SqlAnswer {
  readonly total: number;
  readonly top: readonly number[];
  /** By the number of a value. */
  readonly counts: Readonly<Record<string, number>>;
}

/**
 * Records as a full-text table of PostgreSQL: words ready cut in a tsvector, the values of all facets as one array of
 * numbers, a GIN index on each; a search is one statement, which reads each hit once and counts all facets together.
 */
export class PostgresRecords {
  readonly #server: PostgresServer;
  readonly #client: pg.Client;
  /** Of the server's process that answers here. */
  readonly #pid: number;
  readonly #file: string;
  readonly #out: number;
  readonly #numbers = shownFacets.map(() => new Map<string, number>());
  #rows: string[] = [];

  private constructor(server: PostgresServer, client: pg.Client, pid: number) {
    this.#server = server;
    this.#client = client;
    this.#pid = pid;
    this.#file = join(server.folder, 'records.tsv');
    this.#out = openSync(this.#file, 'w');
  }

  static async start(): Promise<PostgresRecords> {
    const server = await startPostgres({ settings });
    const client = new pg.Client({ connectionString: server.url('postgres') });
    await client.connect();
    const { rows } = await client.query('SELECT pg_backend_pid() AS pid');
    return new PostgresRecords(server, client, Number(rows[0].pid));
  }

  async version(): Promise<string> {
    const { rows } = await this.#client.query('SHOW server_version');
    return String(rows[0].server_version);
  }

  /** Records are numbered from 1 in the order in which they come. */
  put(id: number, document: IndexDocument): void {
    const facets = shownFacets.flatMap((_, place) => this.#valuesOf(place, document));
    this.#rows.push(`${id}\t${document.changed}\t{${facets}}\t${vectorOf(document)}\n`);
    if (this.#rows.length === 1_000) this.#flush();
  }

  /** Seconds that loading and indexing took the server. */
  async load(): Promise<number> {
    this.#flush();
    closeSync(this.#out);
    const begun = performance.now();
    for (const statement of [
      'CREATE UNLOGGED TABLE record (id int, changed bigint, facets int[], words tsvector)',
      // Not compressed: ranking reads the words of every hit.
      'ALTER TABLE record ALTER words SET STORAGE EXTERNAL',
      `COPY record FROM '${this.#file}'`,
      'ALTER TABLE record ADD PRIMARY KEY (id)',
      'CREATE INDEX ON record USING gin (words)',
      'CREATE INDEX ON record USING gin (facets)',
      'CREATE INDEX ON record (changed)',
      'VACUUM ANALYZE record',
    ])
      await this.#client.query(statement);
    rmSync(this.#file);
    return (performance.now() - begun) / 1_000;
  }

  async search(query: IndexQuery): Promise<SqlAnswer> {
    const { rows } = await this.#client.query(this.#statement(query));
    const [{ total, top, counts }] = rows;
    return { total: Number(total), top: top ?? [], counts: Object.assign({}, ...counts) };
  }

  /** Milliseconds of a processor that the answers have cost the server so far. */
  processorMs(): number {
    return processorMs(this.#pid);
  }

  /** The number under which a value of a facet is counted. */
  numberOf(facet: number, value: string): number | undefined {
    return this.#numbers[facet]?.get(value);
  }

  async stop(): Promise<void> {
    await this.#client.end();
    await this.#server.stop();
  }

  #flush(): void {
    writeSync(this.#out, this.#rows.join(''));
    this.#rows = [];
  }

  #valuesOf(place: number, { facets }: IndexDocument): readonly number[] {
    const numbers = this.#numbers[place] ?? new Map<string, number>();
    const name = shownFacets[place];
    return (name === undefined ? [] : (facets[name] ?? [])).map((value) => {
      const number = numbers.get(value) ?? place * perFacet + numbers.size;
      numbers.set(value, number);
      return number;
    });
  }

  /** Each facet is counted with all filters but its own: one more reading of the hits for each facet that filters. */
  #statement({ words, lang, filters, sort, limit, typing }: IndexQuery): string {
    const { must } = parseQuery(words, lang, { typing: typing === true });
    const asked = must.map((clause) => ('terms' in clause ? clause.terms : []).map(quoted).join('|'));
    const match = `'${asked.map((any) => `(${any})`.replaceAll("'", "''")).join('&')}'::tsquery`;
    const chosen = shownFacets.flatMap((name, place) => {
      const values = filters[name]?.map((value) => this.numberOf(place, value) ?? -1);
      return values === undefined ? [] : [{ place, sql: `facets && '{${values}}'::int[]` }];
    });
    const where = (left?: number) => {
      const all = [
        ...(must.length === 0 ? [] : [`words @@ ${match}`]),
        ...chosen.filter(({ place }) => place !== left).map(({ sql }) => sql),
      ];
      return all.length === 0 ? '' : `WHERE ${all.join(' AND ')}`;
    };
    const best = sort === 'best' && must.length > 0;
    const rank = best ? `, ts_rank(${weights}, words, ${match}) AS rank` : '';
    const within = (place: number) => `value >= ${place * perFacet} AND value < ${(place + 1) * perFacet}`;
    const counted = (from: string, which: string) =>
      `(SELECT coalesce(json_object_agg(value, n), '{}') FROM (SELECT value, count(*) AS n FROM ${from}, unnest(facets) AS value ${which} GROUP BY value) AS one)`;
    const common = chosen.map(({ place }) => `NOT (${within(place)})`).join(' AND ');
    const counts = [
      counted('hit', common === '' ? '' : `WHERE ${common}`),
      ...chosen.map(({ place }) =>
        counted(`(SELECT facets FROM record ${where(place)}) AS wider`, `WHERE ${within(place)}`),
      ),
    ];
    return `WITH hit AS MATERIALIZED (SELECT id, changed, facets${rank} FROM record ${where()})
      SELECT (SELECT count(*) FROM hit) AS total,
        ARRAY(SELECT id FROM hit ORDER BY ${best ? 'rank DESC, ' : ''}changed DESC LIMIT ${limit}) AS top,
        ARRAY[${counts.join(', ')}] AS counts`;
  }
}

function vectorOf({ title, summary, body }: IndexDocument): string {
  const places = new Map<string, string[]>();
  let place = 0;
  [title, summary, body].forEach((texts, field) => {
    for (const { text, lang } of texts)
      forEachToken(text, lang, (_, term) => {
        place += 1;
        const known = places.get(term);
        if (known === undefined) places.set(term, [`${place}${labels[field]}`]);
        else known.push(`${place}${labels[field]}`);
      });
  });
  return Array.from(places, ([term, at]) => `${quoted(term)}:${at}`).join(' ');
}

function quoted(term: string): string {
  return `'${term.replaceAll(/['\\\s]/g, 'x')}'`;
}
