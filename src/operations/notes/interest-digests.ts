import { createHash } from 'node:crypto';
import type { LangText } from '../../kernel/lang-text.ts';
import { lastDayOf } from '../../kernel/partial-date.ts';
import { isListed } from '../../lifecycle/listed.ts';
import { fitting, type Traits } from '../../requests/interests.ts';
import { type Office, today } from '../house.ts';
import type { RequestRecord } from '../ports/asked-and-offered.ts';
import type { Interest } from '../ports/interests.ts';
import { clockOf } from '../requests/clock-of.ts';

/** A new need or offer, as a letter names it. */
export interface DigestLine {
  readonly register: string;
  readonly id: string;
  readonly title: LangText;
  /** Of a need: the last day for answers. */
  readonly answersDue?: string;
}

export interface InterestDigest {
  /** Names the letter for ever: one a day for each interest. */
  readonly key: string;
  readonly interest: Interest;
  readonly lines: readonly DigestLine[];
}

/** What has come since each was told, for everybody for whom something has; nobody hears of the same twice. */
export async function interestDigests(
  office: Office,
): Promise<{ readonly digests: readonly InterestDigest[]; readonly seq: number }> {
  const all = await office.accounts.interests.confirmed();
  const seq = office.board.position();
  const day = today(office);
  const due = all.filter(({ told }) => told < seq);
  if (due.length === 0) return { digests: [], seq };
  const oldest = Math.min(...due.map(({ told }) => told));
  const news = newsSince(office, oldest, day);
  const fits = fitting(
    due.map(({ profile }) => profile),
    news.map(traitsOf),
  );
  const digests = due.flatMap((interest, at) => {
    const records = (fits[at] ?? []).flatMap((place) => news[place] ?? []);
    const fresh = withWords(office, interest, records).filter(({ changed }) => changed > interest.told);
    if (fresh.length === 0) return [];
    return [{ key: keyOf(interest, day), interest, lines: fresh.map((record) => lineOf(record, day)) }];
  });
  return { digests, seq };
}

/** Needs that can still be answered and offers that still stand. */
function newsSince({ board }: Office, seq: number, day: string): readonly RequestRecord[] {
  return [...board.requests.of('need'), ...board.requests.of('offer')].filter((record) => {
    const { changed, request } = record;
    const { validUntil, neededBy } = request;
    const last = validUntil ?? neededBy;
    return changed > seq && isListed(record) && (last === undefined || lastDayOf(last) >= day);
  });
}

function traitsOf({ register, countries, sectors, request }: RequestRecord): Traits {
  const { goals = [], languages = [] } = request;
  return { kinds: [register], countries, sectors, goals, languages };
}

/** A saved search goes by its words as the search itself does. */
function withWords(
  { index }: Office,
  { words, language, told }: Interest,
  records: readonly RequestRecord[],
): readonly RequestRecord[] {
  if (words === '' || records.length === 0) return records;
  const { hits } = index.search({
    words,
    lang: language,
    filters: { kind: ['need', 'offer'] },
    sort: 'changes',
    offset: 0,
    limit: 1_000,
    count: [],
    changed: { after: told },
  });
  const found = new Set(hits.map(({ recordId }) => recordId));
  return records.filter(({ recordId }) => found.has(recordId));
}

function lineOf(record: RequestRecord, day: string): DigestLine {
  const { register, recordId: id, title } = record;
  const due = clockOf(record, day)?.answersDue;
  return { register, id, title, ...(due === undefined ? {} : { answersDue: due }) };
}

/** The outbox keeps names of letters for good: the interest stands there as a hash alone. */
function keyOf({ id }: Interest, day: string): string {
  return `interest:${createHash('sha256').update(id).digest('hex').slice(0, 32)}:${day}`;
}
