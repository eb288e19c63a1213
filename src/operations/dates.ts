import { calendarRegisters } from '../exchange/calendars/dates-of.ts';
import { fold } from '../language/fold.ts';
import { isListed } from '../lifecycle/listed.ts';
import { type Presented, present } from '../policy/present.ts';
import { findRegister } from '../registers/all-registers.ts';
import { type Digest, digestOf } from '../registers/digest.ts';
import { collect } from './collect.ts';
import type { FindRequest } from './find.ts';
import type { House } from './house.ts';
import type { BoardRecord } from './ports/board.ts';

/** A record with dates for a calendar, and the instant at which something was last told of it. */
export interface Dated {
  readonly record: Presented;
  readonly at: string;
  /** It is withdrawn or archived: who has it in a calendar must hear that it will not be. */
  readonly cancelled: boolean;
}

/** Most records in one calendar, the newest first. */
const most = 5_000;
const chunk = 500;

/** What a search finds that stands in calendars, and what it would have found before that was withdrawn. */
export async function dates(house: House, request: FindRequest): Promise<readonly Dated[]> {
  const { words, lang, filters } = request;
  const kinds = filters.kind ?? calendarRegisters;
  const kind = calendarRegisters.filter((register) => kinds.includes(register));
  if (kind.length === 0) return [];
  const found: Presented[] = [];
  const asked = { words, lang, filters: { ...filters, kind }, sort: 'newest' } as const;
  for await (const record of collect(house, asked, { most })) found.push(record);
  const known = house.board.records(found.map(({ id }) => id));
  const standing = found.map((record) => ({
    record,
    at: known.get(record.id)?.told?.at ?? record.changedAt,
    cancelled: false,
  }));
  const over: Dated[] = [];
  for (const register of kind) over.push(...(await cancelledIn(house, register, request)));
  return [...standing, ...over];
}

async function cancelledIn(house: House, register: string, request: FindRequest): Promise<readonly Dated[]> {
  const over: Dated[] = [];
  for (let page = house.board.told({ register, limit: chunk }); page.length > 0; ) {
    over.push(...(await presented(house, page.filter(isOver), request)));
    const after = page.at(-1)?.told;
    page = after === undefined ? [] : house.board.told({ register, limit: chunk, after });
  }
  return over;
}

function isOver(record: BoardRecord): boolean {
  const { withdrawn, archived } = record.state;
  return !isListed(record) && (withdrawn !== undefined || archived !== undefined);
}

async function presented(
  house: House,
  over: readonly BoardRecord[],
  request: FindRequest,
): Promise<readonly Dated[]> {
  const wanted = over.flatMap(({ recordId: id, state: { inForce: number } }) =>
    number === undefined ? [] : [{ id, number }],
  );
  const revisions = await house.log.revisions(wanted);
  return over.flatMap(({ recordId, register, state, told }) => {
    const revision = revisions.get(recordId);
    const declared = findRegister(register);
    if (revision === undefined || declared === undefined || told === undefined) return [];
    const record = present(declared, revision, state, 'everybody', house.board.reservations());
    if (!wouldBeFound(digestOf(declared, record.values), request)) return [];
    return [{ record, at: told.at, cancelled: true }];
  });
}

/**
 * Whether a search would find a record that no index holds any more: by its facets exactly, by words as they stand in its
 * texts. Who gets one too many sees that something was called off; who gets one too few goes there.
 */
function wouldBeFound(digest: Digest, { words, filters }: FindRequest): boolean {
  const fits = Object.entries(filters).every(([facet, wanted]) => {
    // What countries say of it, and its gaps, no longer count.
    const values = Object.entries(digest.facets).find(([name]) => name === facet)?.[1];
    return values === undefined || wanted?.some((value) => values.includes(value));
  });
  const text = fold([...digest.title, ...digest.summary, ...digest.body].map((one) => one.text).join(' '));
  return (
    fits &&
    fold(words)
      .split(/\s+/)
      .every((word) => text.includes(word))
  );
}
