import { createHash } from 'node:crypto';
import type { LangText } from '../../kernel/lang-text.ts';
import type { InterfaceLanguage } from '../../kernel/language-tag.ts';
import { lastDayOf, type PartialDate } from '../../kernel/partial-date.ts';
import { isListed } from '../../lifecycle/listed.ts';
import { holdersOn } from '../../lifecycle/post.ts';
import { fitting, type Traits, tellable } from '../../requests/interests.ts';
import { type Office, today } from '../house.ts';
import { askIndex } from '../internal/ask-index.ts';
import type { RequestRecord } from '../ports/asked-and-offered.ts';
import type { Interest } from '../ports/interests.ts';
import { clockOf } from '../requests/clock-of.ts';

/** A new need, offer or call, as a letter names it. */
export interface DigestLine {
  readonly register: string;
  readonly id: string;
  readonly title: LangText;
  /** Who asks in a need, who offers in an offer (alpha-2). */
  readonly countries: readonly string[];
  /** Of a need: the last day for answers. */
  readonly answersDue?: string;
  /** Of a call: the last day to apply, as far as it is known. */
  readonly closesOn?: PartialDate;
}

export interface InterestDigest {
  /** Keys of all letters of the interest begin so. */
  readonly series: string;
  readonly interest: Interest;
  /** To whom it goes: a mailbox, or everybody who holds the post. */
  readonly readers: readonly DigestReader[];
  readonly lines: readonly DigestLine[];
  /** What letters have named once this one has gone. */
  readonly named: readonly string[];
}

export interface DigestReader {
  /** Names the letter for ever: one a day for each interest and reader. */
  readonly key: string;
  readonly email: string;
  readonly language: InterfaceLanguage;
}

/**
 * What has come since each was told, for everybody for whom something has. Nobody hears of the same twice: a later
 * revision of what a letter has named is no news. What nobody reads, as a post is vacant, waits.
 */
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
  const digests: InterestDigest[] = [];
  for (const [at, interest] of due.entries()) {
    const named = new Set(interest.named);
    const records = (fits[at] ?? [])
      .flatMap((place) => news[place] ?? [])
      .filter(({ changed, recordId }) => changed > interest.told && !named.has(recordId));
    const fresh = asSearched(office, interest, records);
    if (fresh.length === 0) continue;
    const readers = await readersOf(office, interest, day);
    if (readers.length === 0) continue;
    digests.push({
      series: seriesOf(interest),
      interest,
      readers,
      lines: fresh.map((record) => lineOf(record, day)),
      named: [...interest.named, ...fresh.map(({ recordId }) => recordId)].filter((id) =>
        canBeTold(office.board.requests.find(id), day),
      ),
    });
  }
  return { digests, seq };
}

function newsSince({ board }: Office, seq: number, day: string): readonly RequestRecord[] {
  return tellable
    .flatMap((role) => board.requests.of(role))
    .filter((record) => record.changed > seq && canBeTold(record, day));
}

/** Needs that can still be answered, offers that still stand, calls to which one can still apply. */
function canBeTold(record: RequestRecord | undefined, day: string): boolean {
  if (record === undefined || !isListed(record)) return false;
  const last = record.request.validUntil ?? record.request.neededBy;
  return last === undefined || lastDayOf(last) >= day;
}

function traitsOf({ register, countries, sectors, request }: RequestRecord): Traits {
  const { goals = [], languages = [] } = request;
  return { kinds: [register], countries, sectors, goals, languages };
}

/** A saved search goes by its words and filters as the search itself does. */
function asSearched(
  house: Office,
  { words, language, filters, told }: Interest,
  records: readonly RequestRecord[],
): readonly RequestRecord[] {
  if (records.length === 0 || (words === '' && Object.keys(filters).length === 0)) return records;
  const { hits } = askIndex(house, {
    words,
    lang: language,
    filters: { ...filters, kind: tellable },
    sort: 'changes',
    offset: 0,
    limit: 1_000,
    count: [],
    changed: { after: told },
  });
  const found = new Set(hits.map(({ recordId }) => recordId));
  return records.filter(({ recordId }) => found.has(recordId));
}

async function readersOf(
  { accounts, board }: Office,
  interest: Interest,
  day: string,
): Promise<readonly DigestReader[]> {
  const { to, language } = interest;
  const key = `${seriesOf(interest)}${day}`;
  if ('email' in to) return [{ key, email: to.email, language }];
  const post = board.posts().get(to.post);
  if (post === undefined) return [];
  const readers: DigestReader[] = [];
  for (const { account: id } of holdersOn(post, day)) {
    const account = await accounts.find(id);
    if (account === undefined) continue;
    readers.push({ key: `${key}/${id}`, email: account.email, language: account.language });
  }
  return readers;
}

function lineOf(record: RequestRecord, day: string): DigestLine {
  const { register, recordId: id, title, request } = record;
  const { role, asking = [], offering = [] } = request;
  const due = clockOf(record, day)?.answersDue;
  const closes = register === 'call' ? request.validUntil : undefined;
  return {
    register,
    id,
    title,
    countries: role === 'need' ? asking : role === 'offer' ? offering : [],
    ...(due === undefined ? {} : { answersDue: due }),
    ...(closes === undefined ? {} : { closesOn: closes }),
  };
}

/** The outbox keeps names of letters for good: the interest stands there as a hash alone. */
function seriesOf({ id }: Interest): string {
  return `interest:${createHash('sha256').update(id).digest('hex').slice(0, 32)}:`;
}
