import type { DatabaseSync } from 'node:sqlite';
import { daysAfter, graceMonths, monthsAfter } from '../../lifecycle/freshness.ts';
import type { CountryCare } from '../../operations/ports/board.ts';
import { numberOf } from './schema.ts';

const countries = 'FROM task WHERE country IS NOT NULL AND kind';

/**
 * Who keeps what is read off the tasks: every record that a country vouched for has its `due` day, every request its
 * `toConfirm`, every dispute its `disputed`. All of it is answered by the index on country, kind and day.
 */
export function careReader(db: DatabaseSync) {
  const kept = db.prepare(
    `SELECT country, count(*) AS records, sum(due > $today) AS fresh, sum(due <= $staleFrom) AS stale
     ${countries} = ${numberOf('due')} GROUP BY country`,
  );
  const asked = db.prepare(
    `SELECT country, count(*) AS asked, sum(due <= $today) AS silent
     ${countries} = ${numberOf('toConfirm')} GROUP BY country`,
  );
  const disputed = db.prepare(
    `SELECT country, count(*) AS disputed ${countries} = ${numberOf('disputed')} GROUP BY country`,
  );

  /** Every country that keeps a record or was asked for its word, by code. */
  return ($today: string): readonly CountryCare[] => {
    const rows = [
      ...kept.all({ $today, $staleFrom: staleFrom($today) }),
      ...asked.all({ $today }),
      ...disputed.all(),
    ];
    const found = new Map<string, Record<string, number>>();
    for (const { country, ...counts } of rows) {
      const code = String(country);
      const numbers = Object.entries(counts).map(([name, count]) => [name, Number(count)] as const);
      found.set(code, { ...found.get(code), ...Object.fromEntries(numbers) });
    }
    return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(careOf);
  };
}

function careOf([country, counts]: readonly [string, Readonly<Record<string, number>>]): CountryCare {
  const {
    records = 0,
    fresh = 0,
    stale = 0,
    asked = 0,
    silent = 0,
    disputed = 0,
  } = counts as Partial<CountryCare>;
  return { country, records, fresh, due: records - fresh - stale, stale, asked, silent, disputed };
}

/** The last due day that is stale on a day; searched, as months have no way back where the next is shorter. */
function staleFrom(today: string): string {
  let day = daysAfter(monthsAfter(today, -graceMonths), 3);
  while (monthsAfter(day, graceMonths) > today) day = daysAfter(day, -1);
  return day;
}
