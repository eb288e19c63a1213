import type { DatabaseSync } from 'node:sqlite';
import type { BoardRecord, ToldQuery } from '../../operations/ports/board.ts';
import { recordOf } from './record-rows.ts';
import { secondOf } from './told-sets.ts';

/** Reads what everybody was told, in order: a search by set reads past what is not in it, so all pages together read once. */
export function toldReader(db: DatabaseSync) {
  const page = db.prepare(
    `SELECT body FROM (
       SELECT place, at, seq FROM told
       WHERE at >= ? AND at <= ? AND (at, seq) > (?, ?)
         AND instr(sets, ?) > 0 AND instr(sets, ?) > 0 AND instr(sets, ?) > 0
       ORDER BY at, seq LIMIT ?
     ) JOIN record USING (place) ORDER BY at, seq`,
  );
  const earliest = db.prepare('SELECT min(at) AS at FROM told');
  const latest = db.prepare('SELECT max(at) AS at FROM told');
  return {
    told: ({
      from = '',
      until = '~',
      after,
      limit,
      register,
      country,
      language,
    }: ToldQuery): BoardRecord[] => {
      const last = after === undefined ? '' : secondOf(after.at);
      const begin = last > from ? last : from;
      const sets = [setOf('register', register), setOf('country', country), setOf('language', language)];
      return page.all(begin, until, last, after?.seq ?? 0, ...sets, limit).map(({ body }) => recordOf(body));
    },
    toldSpan: (): { readonly first: string; readonly last: string } | undefined => {
      const first = earliest.get()?.['at'];
      const last = latest.get()?.['at'];
      return typeof first === 'string' && typeof last === 'string' ? { first, last } : undefined;
    },
  };
}

/** What is looked for in the sets of a record: a line feed stands in all of them. */
function setOf(name: string, value: string | undefined): string {
  if (value === undefined) return '\n';
  return value === 'any' ? `\n${name} ` : `\n${name} ${value}\n`;
}
