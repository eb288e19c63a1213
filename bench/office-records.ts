import type { Words } from '../src/fields/facet.ts';
import { recordIdFrom } from '../src/kernel/ids.ts';
import type { LangText } from '../src/kernel/lang-text.ts';
import { langText } from '../src/kernel/lang-text.ts';
import type { RecordEvent } from '../src/lifecycle/event.ts';
import type { Origin } from '../src/lifecycle/revision.ts';
import { check } from '../src/operations/check.ts';
import { twinKeys } from '../src/operations/ingest/twin-keys.ts';
import type { IndexDocument, NewEntry } from '../src/operations/ports.ts';
import { activity } from '../src/registers/activity.ts';
import { countries } from '../src/vocabulary/countries.ts';
import { modalities } from '../src/vocabulary/modalities.ts';
import { sdgGoals } from '../src/vocabulary/sdg.ts';
import { sectors } from '../src/vocabulary/sectors.ts';
import { corpus, type Random, randomFrom } from './corpus.ts';

export interface OfficeSize {
  readonly records: number;
  /** How many of the records are reports of countries; the rest was imported, and nobody has confirmed it. */
  readonly reports: number;
}

/** Countries that keep posts at the node, the busiest first. */
export const seats =
  'BR IN CN MX AR CU CL CO TR ZA EG ID MA TH UY PE EC KE SN VN MY SG TN NG BO CR PY GT HN SV NI PA DO JM TT HT GY SR GH CI BF ML NE TG BJ GA CM CD AO MZ CV TL GW ST RW UG TZ ET ZM MW NA BW LS MG MU'.split(
    ' ',
  );
const elsewhere = [...countries.entries.keys()].filter((code) => !seats.includes(code));
const everywhere = [...seats, ...elsewhere];
const purposes = [...sectors.entries.keys()].filter((code) => code.length === 5);
const kinds = [...modalities.entries.keys()];
/** Institutions of each country that type for it. */
export const institutions = 2;
const day = 86_400_000;
/** Records of which the first are held against the register's own checks, so that nothing invented gets past them. */
const checked = 300;

/** The id of the n-th record of every node that this file fills. */
export function idOf(n: number): string {
  return recordIdFrom('activity', `bench ${n}`);
}

export function institutionOf(country: string, n: number): string {
  return `Institute ${(n % institutions) + 1} of ${country}`;
}

/**
 * What a node holds in its third year: reports spread among imported records, released over three years, with answers
 * of most of the countries asked, some of them with a new draft under way, one in twenty reported by two countries.
 */
export function* recordEntries({ records, reports }: OfficeSize, until: Date): Generator<NewEntry> {
  const random = randomFrom(5);
  const every = records / reports;
  let before: IndexDocument | undefined;
  let report = 0;
  let n = 0;
  for (const document of corpus(records)) {
    if (Math.floor((n + 1) / every) > Math.floor(n / every)) {
      const twin = report % 20 === 19 ? before : undefined;
      yield* reportEntries({ n, document: twin ?? document, twin: twin !== undefined, random, until });
      before = document;
      report += 1;
    } else yield* observed(n, document, until);
    n += 1;
  }
}

function observed(n: number, document: IndexDocument, until: Date): NewEntry[] {
  const values = valuesOf(document, partiesOf(document));
  if (n < checked) refuseWrong(values);
  const origin: Origin = { door: 'import', standing: 'thirdParty', file: 'projects.csv', place: `line ${n}` };
  const at = new Date(until.getTime() - 1_100 * day).toISOString();
  const entries = [revision({ n, number: 1, values, post: 'intake', at, origin })];
  if (n % 300 === 7) {
    const said = { recordId: idOf(n), register: 'activity', post: 'intake', at };
    entries.push(event({ ...said, type: 'duplicateProposed', other: idOf(n - 4), because: ['title'] }));
  }
  return entries;
}

interface Report {
  readonly n: number;
  readonly document: IndexDocument;
  /** Another country reports the same. */
  readonly twin: boolean;
  readonly random: Random;
  readonly until: Date;
}

function* reportEntries({ n, document, twin, random, until }: Report): Generator<NewEntry> {
  const parties = partiesOf(document);
  const owner = (twin ? parties.hosts.find((code) => seats.includes(code)) : undefined) ?? parties.owner;
  const values = valuesOf(document, parties);
  if (n < checked) refuseWrong(values);
  const organisation = institutionOf(owner, n);
  const clerk = clerkOf(owner, n);
  const origin: Origin = { door: 'form', standing: 'party', country: owner, organisation };
  const stage = random();
  const released = stage < 0.85;
  const days = Math.floor(random() * (released ? 1_080 : 60)) + 10;
  const at = (later: number) => new Date(until.getTime() - (days - later) * day + n * 1_000).toISOString();
  const said = { recordId: idOf(n), register: 'activity', at: at(1) };
  yield revision({ n, number: 1, values, post: clerk, at: at(0), origin });
  if (stage >= 0.93) return;
  yield event({ ...said, post: clerk, type: 'submitted', revision: 1 });
  const focal = { ...said, at: at(3), post: focalOf(owner) };
  if (!released && stage >= 0.91)
    yield event({
      ...focal,
      type: 'returned',
      revision: 1,
      remarks: [{ field: 'dates', text: 'Since when?' }],
    });
  if (!released) return;
  const asked = [...new Set([...parties.providers, ...parties.hosts])].filter((code) => code !== owner);
  yield event({ ...focal, type: 'released', revision: 1, country: owner, asked });
  for (const country of asked) yield* answerOf(country, { ...said, at: at(8) }, random);
  if (days > 400 && random() < 0.6)
    yield event({ ...focal, at: at(370), type: 'reconfirmed', revision: 1, country: owner });
  if (random() > 0.06) return;
  yield revision({ n, number: 2, values: { ...values, status: 'closed' }, post: clerk, at: at(9), origin });
  if (random() < 0.4) yield event({ ...said, at: at(9), post: clerk, type: 'submitted', revision: 2 });
}

/** Countries without a post never answer; of the others three in five do. */
function* answerOf(
  country: string,
  said: Pick<RecordEvent, 'recordId' | 'register' | 'at'>,
  random: Random,
): Generator<NewEntry> {
  const luck = random();
  if (!seats.includes(country) || luck > 0.6) return;
  const base = { ...said, post: focalOf(country), country, revision: 1 };
  if (luck < 0.48) yield event({ ...base, type: 'confirmed' });
  else if (luck < 0.54) yield event({ ...base, type: 'letPass' });
  else yield event({ ...base, type: 'disputed', objections: [{ field: 'dates', note: 'A year earlier.' }] });
}

export function focalOf(country: string): string {
  return `focal-${country.toLowerCase()}`;
}

/** The post that types for the institution which the n-th record belongs to. */
export function clerkOf(country: string, n: number): string {
  return `clerk-${country.toLowerCase()}-${(n % institutions) + 1}`;
}

interface Parties {
  readonly owner: string;
  readonly providers: readonly string[];
  readonly hosts: readonly string[];
}

/** The invented ranks of countries, as countries: the first provider is one that keeps a post. */
function partiesOf({ facets }: IndexDocument): Parties {
  const [first = 0, ...more] = ranksIn(facets.provider);
  const owner = at(seats, first);
  const providers = [...new Set([owner, ...more.map((rank) => at(everywhere, rank))])];
  const hosts = ranksIn(facets.host).map((rank) => at(everywhere, rank + 1));
  const users = [...new Set(hosts)].filter((code) => !providers.includes(code));
  return { owner, providers, hosts: users.length > 0 ? users : [owner === 'MZ' ? 'AO' : 'MZ'] };
}

function valuesOf(document: IndexDocument, { providers, hosts, owner }: Parties): Record<string, unknown> {
  const { title, summary, body, facets, year = 2015 } = document;
  const [rank = 0] = ranksIn(facets.modality);
  return {
    title: textOf(title),
    summary: textOf(summary),
    objective: textOf(body),
    modality: at(kinds, rank),
    participants: [
      ...providers.map((country) => ({ country, role: 'provider' })),
      ...hosts.map((country) => ({ country, role: 'recipient' })),
      { country: owner, organisation: langText('en', institutionOf(owner, rank)), role: 'funding' },
    ],
    sectors: [...new Set(ranksIn(facets.sector).map((one) => at(purposes, one * 3)))],
    sdgs: [...new Set(ranksIn(facets.sdg).map((one) => at(sdgGoals, one)))],
    dates: { start: String(year), end: String(year + 2) },
    quantities: [
      { value: 10 + rank * 7, unit: langText('en', 'people trained'), basis: 'reported', source: 0 },
    ],
    sources: [
      { title: 'Annual report on cooperation', url: 'https://example.org/report', publishedOn: '2023' },
    ],
  };
}

/** What a clerk of a country might type as the n-th new record of the day. */
export function typedValues(document: IndexDocument): { owner: string; values: Record<string, unknown> } {
  const parties = partiesOf(document);
  return { owner: parties.owner, values: valuesOf(document, parties) };
}

interface Written {
  readonly n: number;
  readonly number: number;
  readonly values: Record<string, unknown>;
  readonly post: string;
  readonly at: string;
  readonly origin: Origin;
}

function revision({ n, values, ...rest }: Written): NewEntry {
  const { match, title } = twinKeys(activity, values);
  return {
    kind: 'revision',
    revision: { recordId: idOf(n), register: 'activity', version: 1, values, ...rest },
    keys: rest.number > 1 ? [] : title === undefined ? [match] : [match, title],
  };
}

function event(said: RecordEvent): NewEntry {
  return { kind: 'event', event: said };
}

function refuseWrong(values: Record<string, unknown>): void {
  const [wrong] = check(activity, values).findings.filter(({ severity }) => severity === 'error');
  if (wrong !== undefined) throw new Error(`an invented record does not hold: ${JSON.stringify(wrong)}`);
}

function textOf(words: readonly Words[]): LangText {
  const [first] = words;
  return {
    original: first?.lang ?? 'en',
    texts: Object.fromEntries(words.map(({ lang, text }) => [lang, text])),
  };
}

function ranksIn(values: readonly string[] = []): readonly number[] {
  return values.map((value) => Number(value.slice(value.lastIndexOf('-') + 1)));
}

function at(list: readonly string[], rank: number): string {
  return list[rank % list.length] ?? '';
}
