import type { DatabaseSync } from 'node:sqlite';
import { daysAfter, graceMonths, monthsAfter, silentAfterDays } from '../../lifecycle/freshness.ts';
import type { CountryCare, TaskKind } from '../../operations/ports/board.ts';
import { numberOf } from './schema.ts';

/** Before and after every day; `~` is `noDay`. */
const first = '';
const last = '~';

/**
 * Who keeps what is read off the tasks: every record that a country vouched for has its `due` day, every request its
 * `toConfirm`, every dispute its `disputed`. Each number is the length of a stretch of the index on country, kind and
 * day: three times as quick as sums by GROUP BY.
 */
export function careReader(db: DatabaseSync) {
  // Steps from country to country; DISTINCT would walk through all tasks.
  const countries = db.prepare(
    `WITH RECURSIVE step (country) AS (
       SELECT min(country) FROM task WHERE country IS NOT NULL
       UNION ALL SELECT (SELECT min(country) FROM task WHERE country > step.country) FROM step
       WHERE step.country IS NOT NULL)
     SELECT country FROM step WHERE country IS NOT NULL`,
  );
  const stretch = db.prepare(
    'SELECT count(*) AS n FROM task WHERE country = ? AND kind = ? AND due > ? AND due <= ?',
  );
  const earliest = db.prepare('SELECT min(due) AS day FROM task WHERE country = ? AND kind = ?');

  /** Undefined for a country that keeps no record and was not asked for its word. */
  function careOf(country: string, today: string): CountryCare | undefined {
    const staleUntil = lastStaleDue(today);
    const count = (kind: TaskKind, after: string, until: string) =>
      Number(stretch.get(country, numberOf(kind), after, until)?.['n']);
    const stale = count('due', first, staleUntil);
    const due = count('due', staleUntil, today);
    const fresh = count('due', today, last);
    const silent = count('toConfirm', first, today);
    const asked = silent + count('toConfirm', today, last);
    const disputed = count('disputed', first, last);
    const records = fresh + due + stale;
    if (records + asked + disputed === 0) return undefined;
    const day = asked === 0 ? undefined : earliest.get(country, numberOf('toConfirm'))?.['day'];
    const askedOn = day === undefined ? {} : { askedOn: daysAfter(String(day), -silentAfterDays) };
    return { country, records, fresh, due, stale, asked, silent, ...askedOn, disputed };
  }

  /** All of them, by code. */
  function care(today: string): readonly CountryCare[] {
    return countries.all().flatMap((row) => careOf(String(row['country']), today) ?? []);
  }

  return { care, careOf };
}

/** The last due day that is stale on a day; searched, as months have no way back where the next is shorter. */
function lastStaleDue(today: string): string {
  let day = daysAfter(monthsAfter(today, -graceMonths), 3);
  while (monthsAfter(day, graceMonths) > today) day = daysAfter(day, -1);
  return day;
}
