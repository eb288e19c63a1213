const form = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})Z)?$/;

/** A day or a second of UTC, as harvesters name the beginning and the end of what they want. */
export interface Datestamp {
  readonly granularity: 'day' | 'second';
  /** First and last second of it: `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly first: string;
  readonly last: string;
}

/** Reads a UTCdatetime (OAI-PMH 2.0, 3.3.1); nothing for another form and for a day that no calendar has. */
export function readDatestamp(text: string): Datestamp | undefined {
  const [, day, time] = form.exec(text) ?? [];
  if (day === undefined) return undefined;
  const second = `${day}T${time ?? '00:00:00'}Z`;
  const instant = new Date(second);
  if (Number.isNaN(instant.getTime()) || datestampOf(instant.toISOString()) !== second) return undefined;
  return time === undefined
    ? { granularity: 'day', first: second, last: `${day}T23:59:59Z` }
    : { granularity: 'second', first: second, last: second };
}

/** An instant (ISO 8601 UTC) to the second. */
export function datestampOf(at: string): string {
  return `${at.slice(0, 19)}Z`;
}
