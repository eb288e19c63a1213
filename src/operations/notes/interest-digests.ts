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
  /** Places, in the digest's choices, of those that found it. */
  readonly foundBy: readonly number[];
}

export interface InterestDigest {
  /** Keys of all letters of this series begin so: of an interest of a mailbox, or of all that a post hears of. */
  readonly series: string;
  /** What is heard of and found something: each line says which of these. */
  readonly choices: readonly Interest[];
  /** To whom it goes: a mailbox, or everybody who holds the post. */
  readonly readers: readonly DigestReader[];
  readonly lines: readonly DigestLine[];
  /** What letters have named, for each of these interests, once this one has gone. */
  readonly told: readonly { readonly interest: Interest; readonly named: readonly string[] }[];
}

export interface DigestReader {
  /** Names the letter for ever: one a day for each series and reader. */
  readonly key: string;
  readonly email: string;
  readonly language: InterfaceLanguage;
}

/**
 * What has come since each was told, for everybody for whom something has. A post hears of all that its choices have
 * found in one letter, of each record once. Nobody hears of the same twice: a later revision of what a letter has named is
 * no news, nor is what another choice of the post has told. What nobody reads, as a post is vacant, waits.
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
  const found = due.map((interest, at): Found => {
    const records = (fits[at] ?? [])
      .flatMap((place) => news[place] ?? [])
      .filter(({ changed }) => changed > interest.told);
    return { interest, records: asSearched(office, interest, records) };
  });
  const toldWhom = Map.groupBy(all, whose);
  const digests: InterestDigest[] = [];
  for (const [reader, ones] of Map.groupBy(found, ({ interest }) => whose(interest))) {
    const before = new Set(toldWhom.get(reader)?.flatMap(({ named }) => named));
    const digest = await digestOf(office, ones, before, day);
    if (digest !== undefined) digests.push(digest);
  }
  return { digests, seq };
}

/** What an interest has found since it was told. */
interface Found {
  readonly interest: Interest;
  readonly records: readonly RequestRecord[];
}

/** One letter of what several interests have found; undefined where all of it was told before, or nobody reads it. */
async function digestOf(
  office: Office,
  found: readonly Found[],
  before: ReadonlySet<string>,
  day: string,
): Promise<InterestDigest | undefined> {
  const fresh = found.filter(({ records }) => records.some(({ recordId }) => !before.has(recordId)));
  const [first] = fresh;
  if (first === undefined) return undefined;
  const readers = await readersOf(office, first.interest, day);
  if (readers.length === 0) return undefined;
  const by = new Map<string, { readonly record: RequestRecord; readonly foundBy: number[] }>();
  for (const [place, { records }] of fresh.entries()) {
    for (const record of records.filter(({ recordId }) => !before.has(recordId))) {
      const known = by.get(record.recordId);
      if (known === undefined) by.set(record.recordId, { record, foundBy: [place] });
      else known.foundBy.push(place);
    }
  }
  return {
    series: seriesOf(first.interest),
    choices: fresh.map(({ interest }) => interest),
    readers,
    lines: [...by.values()].map(({ record, foundBy }) => ({ ...lineOf(record, day), foundBy })),
    told: found
      .filter(({ records }) => records.length > 0)
      .map(({ interest, records }) => ({ interest, named: namedWith(office, interest, records, day) })),
  };
}

/** What letters have named and may still be told: what is over need not be remembered. */
function namedWith(
  { board }: Office,
  { named }: Interest,
  records: readonly RequestRecord[],
  day: string,
): readonly string[] {
  const all = new Set([...named, ...records.map(({ recordId }) => recordId)]);
  return [...all].filter((id) => canBeTold(board.requests.find(id), day));
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

function lineOf(record: RequestRecord, day: string): Omit<DigestLine, 'foundBy'> {
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

/** For whom letters are written: one for all that a post hears of, one for each interest of a mailbox. */
function whose({ id, to }: Interest): string {
  return 'post' in to ? `post ${to.post}` : id;
}

/** The outbox keeps names of letters for good: the interest, or the post, stands there as a hash alone. */
function seriesOf(interest: Interest): string {
  return `interest:${createHash('sha256').update(whose(interest)).digest('hex').slice(0, 32)}:`;
}
