import ical, { ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { daysAfter } from '../../lifecycle/freshness.ts';

/** One line of a calendar: whole days. */
export interface CalendarEntry {
  /** Permanent. */
  readonly uid: string;
  /** Rises with every change. */
  readonly sequence: number;
  /** First and last day, `YYYY-MM-DD`. */
  readonly start: string;
  readonly end: string;
  readonly title: string;
  readonly about: string;
  readonly place: string;
  readonly address: string;
  /** Instant of the last change, ISO 8601 UTC. */
  readonly updatedAt: string;
  readonly cancelled: boolean;
}

export interface Calendar {
  readonly name: string;
  readonly about: string;
  readonly lang: string;
  readonly address: string;
  readonly entries: readonly CalendarEntry[];
}

export const calendarMediaType = 'text/calendar';
/** How often readers should ask again, in seconds. */
const askAgain = 6 * 3_600;

/** A calendar (iCalendar, RFC 5545; names of calendars: RFC 7986). */
export function writeCalendar({ name, about, lang, address, entries }: Calendar): string {
  const calendar = ical({
    prodId: { company: 'Southbridge', product: 'Southbridge', language: lang.toUpperCase() },
    name: plain(name),
    description: plain(about),
    url: address,
    ttl: askAgain,
  });
  for (const entry of entries) {
    const updated = new Date(entry.updatedAt);
    calendar.createEvent({
      id: entry.uid,
      sequence: entry.sequence,
      stamp: updated,
      lastModified: updated,
      start: entry.start,
      // The end of whole days is the day after (RFC 5545, 3.6.1).
      end: daysAfter(entry.end, 1),
      allDay: true,
      summary: plain(entry.title),
      description: plain(entry.about),
      location: plain(entry.place),
      url: entry.address,
      status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  // The library leaves out the end of the last line.
  return `${calendar.toString()}\r\n`;
}

/** Control characters, which RFC 5545 (3.1) excludes; line breaks and tabs are none of them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be left out.
const excluded = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

function plain(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(excluded, '');
}
