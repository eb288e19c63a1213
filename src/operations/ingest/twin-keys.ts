import { sha256 } from '../../kernel/canonical-json.ts';
import { fold } from '../../language/fold.ts';
import type { RecordKey } from '../../lifecycle/revision.ts';
import type { Register } from '../../registers/register.ts';

/** Titles shorter than this say too little to suspect that two records are the same. */
const tellingTitle = 12;

export interface TwinKeys {
  /** Title, countries and start year: a source without identifiers is recognised by it. */
  readonly match: RecordKey;
  /** Title alone, where it is telling: two sources that use it may mean the same thing. */
  readonly title?: RecordKey;
}

/** By what a record is recognised when no identifier says it. Titles are compared folded, without punctuation. */
export function twinKeys(register: Register, values: Readonly<Record<string, unknown>>): TwinKeys {
  const title = values[register.title];
  const [first] = title === undefined ? [] : (register.fields[register.title]?.toWords(title) ?? []);
  const words = fold(first?.text ?? '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const { countries, year } = whereAndWhen(register, values);
  const key = (scheme: string, text: string) => ({
    scheme,
    value: sha256(`${register.name}|${text}`).slice(0, 24),
  });
  return {
    match: key('match', `${words}|${countries}|${year}`),
    ...(words.length < tellingTitle ? {} : { title: key('title', words) }),
  };
}

/** Countries on either side, and the first year, as the fields answer: what a whole digest would say, without its words. */
function whereAndWhen(register: Register, values: Readonly<Record<string, unknown>>) {
  const providers = new Set<string>();
  const hosts = new Set<string>();
  let year: string | undefined;
  for (const [name, field] of Object.entries(register.fields)) {
    const value = values[name];
    if (value === undefined) continue;
    const { provider, host, year: years } = field.facets(value);
    for (const country of provider ?? []) providers.add(country);
    for (const country of host ?? []) hosts.add(country);
    year ??= years?.[0];
  }
  // As a number: the keys of records that stand in a log since long were made so.
  return {
    countries: [...providers, ...hosts].sort().join(','),
    year: year === undefined ? '' : Number(year),
  };
}
