/** Everything the log asks of PostgreSQL. Lookups take many at once and answer in the order in which they were asked. */
export const sql = {
  head: 'SELECT coalesce(max(seq), 0) AS seq FROM entry',
  lastEntry: 'SELECT seq, digest FROM entry ORDER BY seq DESC LIMIT 1',
  digestAt: 'SELECT digest FROM entry WHERE seq = $1',
  standing: `SELECT r.id,
      (SELECT coalesce(max(number), 0) FROM entry WHERE kind = 'revision' AND record_id = r.id) AS number,
      (SELECT coalesce(max(seq), 0) FROM entry WHERE record_id = r.id) AS seq
    FROM unnest($1::text[]) AS r(id)`,
  insertEntries: `INSERT INTO entry (seq, kind, record_id, register, number, at, post, body, digest)
    SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::text[], $7::text[], $8::text[], $9::text[])`,
  insertKeys: `INSERT INTO record_key (scheme, value, seq, record_id)
    SELECT * FROM unnest($1::bytea[], $2::bytea[], $3::bigint[], $4::text[])`,
  insertKept: 'INSERT INTO kept (seq, bytes) VALUES ($1, $2)',
  since: 'SELECT seq, body FROM entry WHERE seq > $1 ORDER BY seq LIMIT $2',
  postsSince: "SELECT seq, body FROM entry WHERE kind = 'post' AND seq > $1 ORDER BY seq LIMIT $2",
  latest: `SELECT e.seq, e.body FROM unnest($1::text[]) WITH ORDINALITY AS i(id, place)
    CROSS JOIN LATERAL (SELECT seq, body FROM entry WHERE kind = 'revision' AND record_id = i.id ORDER BY number DESC LIMIT 1) AS e
    ORDER BY i.place`,
  revisions: `SELECT e.seq, e.body FROM unnest($1::text[], $2::bigint[]) WITH ORDINALITY AS i(id, number, place)
    JOIN entry e ON e.kind = 'revision' AND e.record_id = i.id AND e.number = i.number ORDER BY i.place`,
  kept: `SELECT i.id, e.number, e.body, e.bytes FROM unnest($1::text[], $2::bigint[]) WITH ORDINALITY AS i(id, number, place)
    CROSS JOIN LATERAL (SELECT number, body, bytes FROM entry JOIN kept USING (seq)
      WHERE kind = 'revision' AND record_id = i.id AND entry.number <= i.number ORDER BY number DESC LIMIT 1) AS e
    ORDER BY i.place`,
  histories: `SELECT e.record_id, e.seq, e.body FROM unnest($1::text[]) WITH ORDINALITY AS i(id, place)
    CROSS JOIN LATERAL (SELECT record_id, seq, body FROM entry WHERE record_id = i.id) AS e ORDER BY i.place, e.seq`,
  bodiesAt: 'SELECT seq, body FROM entry WHERE seq = ANY($1::bigint[])',
  erase: 'UPDATE entry SET body = $2 WHERE seq = $1',
  eraseKept: 'DELETE FROM kept WHERE seq = $1',
  erasures:
    'SELECT entry.seq, body FROM record_key JOIN entry ON entry.seq = record_key.seq WHERE sha256(sha256(scheme) || value) = $1 ORDER BY entry.seq',
  findByKeys: `SELECT i.place, k.record_id FROM unnest($1::bytea[]) WITH ORDINALITY AS i(digest, place)
    CROSS JOIN LATERAL (SELECT record_id FROM record_key WHERE sha256(sha256(scheme) || value) = i.digest ORDER BY seq DESC LIMIT 1) AS k
    ORDER BY i.place`,
  intakes: "SELECT seq, body FROM entry WHERE kind = 'intake' ORDER BY seq DESC LIMIT $1",
  // As JSON.stringify writes it: any JSON function of PostgreSQL stumbles over an escaped zero character elsewhere in the text.
  intakesOf: "SELECT seq, body FROM entry WHERE kind = 'intake' AND strpos(body, $1) > 0 ORDER BY seq DESC",
  stored:
    'SELECT entry.seq, body, digest, bytes FROM entry LEFT JOIN kept ON kept.seq = entry.seq WHERE entry.seq > $1 ORDER BY entry.seq LIMIT $2',
  page: 'SELECT * FROM entry WHERE seq > $1 AND seq <= $2 ORDER BY seq LIMIT $3',
  one: 'SELECT * FROM entry WHERE seq = ANY($1::bigint[])',
  keysOf: 'SELECT scheme, value, seq, record_id FROM record_key WHERE seq = ANY($1::bigint[])',
  keptOf: "SELECT seq, encode(sha256(bytes), 'hex') AS sha256 FROM kept WHERE seq = ANY($1::bigint[])",
  countKeys: 'SELECT count(*) AS n FROM record_key WHERE seq <= $1',
  countKept: 'SELECT count(*) AS n FROM kept WHERE seq <= $1',
  keys: 'SELECT scheme, value, seq FROM record_key WHERE seq <= $1 ORDER BY seq',
  keptSeqs: 'SELECT seq FROM kept WHERE seq <= $1 ORDER BY seq',
  guards: `SELECT tgname AS name FROM pg_trigger WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')
    AND tgrelid IN (to_regclass('entry'), to_regclass('record_key'), to_regclass('kept'))`,
} as const;
