import { Fault } from '../../kernel/fault.ts';
import { holdersOn, type Post, type PostKind } from '../../lifecycle/post.ts';
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
}

/** All countries that have a focal point or were named in what another one released, by code. */
export async function focalPoints(office: Office): Promise<readonly CountryVoice[]> {
  await followForReading(office);
  const day = today(office);
  const care = new Map(office.board.care(day).map((one) => [one.country, one]));
  const open = openFocalPoints(office);
  const posts = Map.groupBy(open, ({ country = '' }) => country);
  const names = await namesShown(office, open, day);
  return [...new Set([...posts.keys(), ...care.keys()])].sort().map((country) => {
    const speaking = (posts.get(country) ?? []).map((post) => focalPoint(post, day, names));
    return voice(country, speaking, care.get(country));
  });
}

/** The same for one country, also for one of which nothing is known here. @throws Fault `notFound` for what is no country. */
export async function getVoice(office: Office, code: string): Promise<CountryVoice> {
  if (!isCountry(code)) throw new Fault('notFound', { got: code });
  await followForReading(office);
  const day = today(office);
  const posts = openFocalPoints(office).filter(({ country }) => country === code);
  const names = await namesShown(office, posts, day);
  const speaking = posts.map((post) => focalPoint(post, day, names));
  return voice(code, speaking, office.board.careOf(code, day));
}

/** Open secretariats of regions, groups and the whole, as everybody may know them. */
export async function secretariats(office: Office): Promise<readonly FocalPoint[]> {
  await followForReading(office);
  const day = today(office);
  const posts = openPosts(office, 'secretariat');
  const names = await namesShown(office, posts, day);
  return posts.map((post) => focalPoint(post, day, names));
}

function openFocalPoints(office: Office): readonly Post[] {
  return openPosts(office, 'focalPoint');
}

function openPosts({ board }: Office, wanted: PostKind): readonly Post[] {
  return [...board.posts().values()].filter(
    ({ kind, closedAt }) => kind === wanted && closedAt === undefined,
  );
}

function voice(
  country: string,
  speaking: readonly FocalPoint[],
  care: CountryCare | undefined,
): CountryVoice {
  return { country, focalPoints: speaking, ...(care === undefined ? {} : { care }) };
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
