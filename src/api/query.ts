import type { Context } from 'hono';
import { facetNames } from '../fields/facet.ts';
import { Fault } from '../kernel/fault.ts';
import { interfaceLanguages } from '../kernel/language-tag.ts';
import { boardFacets } from '../operations/follow-up/board-lines.ts';

/** What a parameter after the question mark means; `most` is the largest number that it takes. */
interface Parameter {
  readonly means: string;
  readonly values?: readonly string[];
  readonly most?: number;
  /** It may stand several times. */
  readonly many?: boolean;
}

const named = {
  lang: { means: 'Language of words and refusals; else `Accept-Language` counts' },
  post: { means: 'The post for which you read, where you hold several' },
  q: { means: 'Words, "a phrase", -without' },
  sort: { means: 'Order of the records', values: ['best', 'newest', 'year', 'oldest'] },
  order: {
    means: 'The latest change first, or the earliest: who reads `changes` to the end has missed nothing',
    values: ['newest', 'changes'],
  },
  page: { means: 'Page, from 1', most: 500 },
  size: { means: 'Records on a page', most: 200 },
  limit: { means: 'Records at once; 50 unless said', most: 200 },
  cursor: { means: '`next` of the answer before: goes on where that ended' },
  fields: { means: 'Fields of `values` to be given, and `review`, with commas between; all unless said' },
  facet: { means: 'Facets to be counted, with commas between' },
  asOf: { means: 'How it stood on this day, `YYYY-MM-DD`; today unless said' },
  since: { means: 'An earlier day, `YYYY-MM-DD`: what changed since is told too' },
  seq: { means: 'Number of an entry of the log, from 1' },
  treeSize: { means: 'So many entries of the log, from the first one' },
  from: { means: 'So many entries of an earlier log' },
  by: { means: 'The facet by which measures are counted and by state', values: boardFacets },
  state: { means: 'How the measure stands', many: true },
  theme: { means: 'What the measure is about', many: true },
  beneficiary: { means: 'For whom the measure is first', many: true },
  actor: { means: 'Who is to act', many: true },
  response: { means: 'What those addressed said to it', many: true },
  record: { means: 'A record that asks with its own words, sectors and country: `need/wells-of-kayar`' },
  country: { means: 'A country by code or by name; in searches a facet', many: true },
  alike: { means: 'Only records from or in countries like it', values: ['1'] },
  written: {
    means: 'Only records with texts in this language',
    values: interfaceLanguages,
    many: true,
  },
  wanted: { means: 'Who is looked for', values: ['provider', 'recipient'] },
  kind: { means: 'Kind of record or, at the desk, of task', many: true },
} as const satisfies Record<string, Parameter>;

/** Facets that narrow a search. */
const facets: Readonly<Record<string, Parameter>> = Object.fromEntries(
  facetNames.map((name) => [name, { means: `Facet ${name}; repeated: one of them`, many: true }]),
);

const parameters: Readonly<Record<string, Parameter>> = { ...facets, ...named };

/** Names of everything that narrows a search. */
export const searching: readonly string[] = ['q', ...facetNames];

/** @throws Fault `badQuery` naming a parameter that the address does not take, and those that it takes. */
export function refuseUnknown(context: Context, known: readonly string[]): void {
  for (const name of new URL(context.req.url).searchParams.keys()) {
    if (name === 'lang' || known.includes(name)) continue;
    throw new Fault('badQuery', {
      place: name.slice(0, 100),
      got: name.slice(0, 100),
      right: known.join(', '),
    });
  }
}

/** A whole number from 1 to the most that the parameter takes. @throws Fault `badQuery`. */
export function numberOf(context: Context, name: 'limit' | 'size' | 'page', fallback: number): number {
  const given = context.req.query(name);
  if (given === undefined) return fallback;
  const number = /^\d{1,9}$/.test(given) ? Number(given) : 0;
  const { most } = named[name];
  if (number >= 1 && number <= most) return number;
  throw new Fault('badQuery', { place: name, got: given.slice(0, 100), right: `1–${most}` });
}

/** One of the values that the parameter takes. @throws Fault `badQuery`. */
export function choiceOf<const T extends string>(
  context: Context,
  name: string,
  choices: readonly [T, ...T[]],
): T {
  const given = context.req.query(name);
  if (given === undefined) return choices[0];
  const found = choices.find((choice) => choice === given);
  if (found !== undefined) return found;
  throw new Fault('badQuery', { place: name, got: given.slice(0, 100), right: choices.join(', ') });
}

/** Whether the parameter may stand several times. */
export function isMany(name: string): boolean {
  return parameters[name]?.many === true;
}

/** A parameter as OpenAPI describes it. */
export function parameterOf(name: string): Record<string, unknown> {
  const { means, values, most, many } = parameters[name] ?? { means: name };
  const one = {
    type: most === undefined ? 'string' : 'integer',
    ...(values === undefined ? {} : { enum: values }),
    ...(most === undefined ? {} : { minimum: 1, maximum: most }),
  };
  const schema = many === true ? { type: 'array', items: one } : one;
  return { name, in: 'query', required: false, description: means, schema };
}
