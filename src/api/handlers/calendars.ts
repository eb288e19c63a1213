import { type CalendarDate, datesOf } from '../../exchange/calendars/dates-of.ts';
import {
  type CalendarEntry,
  calendarMediaType,
  writeCalendar,
} from '../../exchange/calendars/write-calendar.ts';
import { stableUuid } from '../../exchange/feeds/stable-uuid.ts';
import type { Place } from '../../fields/places.ts';
import { type LangText, textIn } from '../../kernel/lang-text.ts';
import { roomDates } from '../../operations/consultations/room-dates.ts';
import { type Dated, dates } from '../../operations/dates.ts';
import type { FindRequest } from '../../operations/find.ts';
import { findRequest } from '../../operations/find-request.ts';
import { actorOfCalendar } from '../../operations/posts/api-keys.ts';
import type { Actor } from '../../policy/actor.ts';
import type { Presented } from '../../policy/present.ts';
import type { Translate } from '../../wording/messages.ts';
import { comma } from '../../wording/punctuation.ts';
import { addressOf, originOf } from '../address.ts';
import { type Asked, languageOf } from '../asked.ts';
import { actorOf } from '../caller.ts';
import { forOneReader } from '../record-answer.ts';
import { countryLabel, markedWords, markNotes, reservationNotes } from '../reservation-notes.ts';
import { searchName } from '../search-name.ts';
import { textAnswer } from '../text-answer.ts';
import { countryIn, lastChange } from './feeds.ts';

/** Events and deadlines that a search finds. */
export function searchCalendar(asked: Asked): Promise<Response> {
  return calendar(asked, requestOf(asked));
}

/** Those of one country. @throws Fault `notFound`. */
export function countryCalendar(asked: Asked): Promise<Response> {
  const request = requestOf(asked);
  return calendar(asked, { ...request, filters: { ...request.filters, country: [countryIn(asked)] } });
}

function requestOf({ context }: Asked): FindRequest {
  return findRequest(new URL(context.req.url).searchParams, languageOf(context), 1);
}

/**
 * Consultations of the post, also closed ones: for it alone.
 * @throws Fault as `actorOf`.
 */
export async function deskCalendar(asked: Asked): Promise<Response> {
  return calendarOfPost(asked, await actorOf(asked));
}

/**
 * The same at an address that is its own key.
 * @throws Fault `notFound`.
 */
export async function postCalendar(asked: Asked): Promise<Response> {
  const secret = (asked.context.req.param('calendarKey') ?? '').replace(/\.ics$/, '');
  return calendarOfPost(asked, await actorOfCalendar(asked.office, secret));
}

async function calendarOfPost(asked: Asked, actor: Actor): Promise<Response> {
  const found = await roomDates(asked.office, actor);
  const name = textIn(actor.post.title, languageOf(asked.context)).text;
  const { mediaType, body } = calendarOf(asked, markedWords(asked), name, found, deskPath(asked));
  const headers = { ...forOneReader, 'content-type': `${mediaType}; charset=utf-8` };
  return new Response(body, { headers });
}

async function calendar(asked: Asked, request: FindRequest): Promise<Response> {
  const found = await dates(asked.office, request);
  const t = markedWords(asked);
  const name = searchName(t, request);
  return textAnswer(asked.context, { ...calendarOf(asked, t, name, found), ...lastChange(asked) });
}

/** `name`: of what, in the words of `t`; empty where it is of the whole house. The notes of its marks stand below. */
function calendarOf(asked: Asked, t: Translate, name: string, found: readonly Dated[], path = pathOf(asked)) {
  const { context, options } = asked;
  const site = t('site.name');
  const title = name === '' ? t('calendar.title', { site }) : t('calendar.titleFor', { site, what: name });
  const description = t('site.description');
  const body = writeCalendar({
    name: title,
    // On one line: the library does not escape line breaks here.
    about: [description, ...markNotes(t)].join(' '),
    lang: t.lang,
    address: `${originOf(context, options)}${path}`,
    entries: found.flatMap((dated) =>
      entriesOf(markedWords(asked), dated, addressOf(context, options)(dated.record)),
    ),
  });
  return { mediaType: calendarMediaType, body };
}

function pathOf({ context }: Asked): string {
  const { pathname, search } = new URL(context.req.url);
  return `${pathname}${search}`;
}

/** Whoever reads the calendar reads there; a secret of its address stands nowhere in it. */
function deskPath({ context }: Asked): string {
  return `/${languageOf(context)}/desk`;
}

function entriesOf(t: Translate, dated: Dated, address: string): readonly CalendarEntry[] {
  return datesOf(dated.record.register, dated.record.values).map((date) => entryOf(t, dated, date, address));
}

function entryOf(
  t: Translate,
  { record, at, cancelled }: Dated,
  date: CalendarDate,
  address: string,
): CalendarEntry {
  const { register, id, revision, values } = record;
  // The title and summary of a register are texts in languages (checked by the contract tests of registers).
  const title = textIn(values[register.title] as LangText, t.lang).text;
  const said = values[register.summary] as LangText | undefined;
  const place = placesOf(t, record).join('; ');
  const about = said === undefined ? [] : [textIn(said, t.lang).text];
  return {
    uid: stableUuid(`${register.name}/${id}/${date.field}`),
    // Two steps a revision: a withdrawal stands between the one that was withdrawn and the one that comes after.
    sequence: 2 * (revision - 1) + (cancelled ? 1 : 0),
    start: date.start,
    end: date.end,
    title: date.kind === 'deadline' ? t('calendar.deadline', { what: title }) : title,
    about: [...about, ...reservationNotes(t, record)].join('\n\n'),
    place,
    address,
    updatedAt: at,
    cancelled,
  };
}

function placesOf(t: Translate, { register, values }: Presented): readonly string[] {
  return Object.entries(register.fields).flatMap(([name, { control }]) => {
    if (control.shape !== 'places') return [];
    // A field of this shape holds places.
    const places = (values[name] ?? []) as readonly Place[];
    return places.map(({ name: called, country }) =>
      [
        ...(called === undefined ? [] : [textIn(called, t.lang).text]),
        ...(country === undefined ? [] : [countryLabel(t, country)]),
      ].join(comma(t)),
    );
  });
}
