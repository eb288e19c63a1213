import { Fault } from '../../kernel/fault.ts';
import { langText } from '../../kernel/lang-text.ts';
import { holdersOn, type Post } from '../../lifecycle/post.ts';
import { isCountry } from '../../vocabulary/countries.ts';
import { followForReading } from '../follow.ts';
import { type Office, today } from '../house.ts';
import type { CountryCare } from '../ports/board.ts';

/** The post that speaks for a country, as everybody may know it. */
export interface FocalPoint {
  readonly post: Post;
  /** The day from which it has been held by whoever holds it now; absent: nobody holds it. */
  readonly heldSince?: string;
  /** Names of those who hold it and have agreed that everybody reads their name. */
  readonly names: readonly string[];
}

/** Who speaks for one country, and whom it leaves waiting. */
export interface CountryVoice {
  readonly country: string;
  readonly focalPoints: readonly FocalPoint[];
  /** Absent for a country that keeps no record and was asked for none. */
  readonly care?: CountryCare;
  /** Instant since which the oldest request of another country has waited. */
  readonly askedSince?: string;
}

/** All countries that have a focal point or were named in what another one released, by code. */
export async function focalPoints(office: Office): Promise<readonly CountryVoice[]> {
  await followForReading(office);
  const day = today(office);
  const care = new Map(office.board.care(day).map((one) => [one.country, one]));
  const open = [...office.board.posts().values()].filter(
    ({ kind, closedAt }) => kind === 'focalPoint' && closedAt === undefined,
  );
  const posts = Map.groupBy(open, ({ country = '' }) => country);
  const names = await namesShown(office, open, day);
  return [...new Set([...posts.keys(), ...care.keys()])].sort().map((country) => {
    const own = care.get(country);
    const since = (own?.asked ?? 0) > 0 ? askedSince(office, country) : undefined;
    return {
      country,
      focalPoints: (posts.get(country) ?? []).map((post) => focalPoint(post, day, names)),
      ...(own === undefined ? {} : { care: own }),
      ...(since === undefined ? {} : { askedSince: since }),
    };
  });
}

/** The same for one country, also for one of which nothing is known here. @throws Fault `notFound` for what is no country. */
export async function getVoice(office: Office, code: string): Promise<CountryVoice> {
  if (!isCountry(code)) throw new Fault('notFound', { got: code });
  const known = (await focalPoints(office)).find(({ country }) => country === code);
  return known ?? { country: code, focalPoints: [] };
}

function focalPoint(post: Post, day: string, names: ReadonlyMap<string, string>): FocalPoint {
  const holders = holdersOn(post, day);
  const [first] = holders;
  return {
    post,
    names: holders.flatMap(({ account }) => names.get(account) ?? []),
    ...(first === undefined ? {} : { heldSince: first.from }),
  };
}

/** The names of holders who have agreed to be named, by account. */
async function namesShown(
  office: Office,
  posts: readonly Post[],
  day: string,
): Promise<ReadonlyMap<string, string>> {
  const ids = posts.flatMap((post) => holdersOn(post, day).map(({ account }) => account));
  const accounts = await office.accounts.named([...new Set(ids)]);
  return new Map([...accounts].flatMap(([id, { name, nameShown }]) => (nameShown ? [[id, name]] : [])));
}

/** The first request in the list of a post that would answer for the whole country. */
function askedSince({ board }: Office, country: string): string | undefined {
  const anybody: Post = {
    id: '',
    kind: 'focalPoint',
    country,
    title: langText('en', ''),
    languages: [],
    openedAt: '',
    tenures: [],
  };
  const query = { post: anybody, kinds: ['toConfirm'], dueBefore: '', offset: 0, limit: 1 } as const;
  return board.tasks(query).tasks[0]?.since;
}
