import { sha256 } from '../../kernel/canonical-json.ts';
import { fold } from '../../language/fold.ts';
import type { RecordKey } from '../../lifecycle/revision.ts';
import { digestOf } from '../../registers/digest.ts';
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
  const { title, facets, year } = digestOf(register, values);
  const words = fold(title[0]?.text ?? '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const countries = [...(facets.provider ?? []), ...(facets.host ?? [])].sort().join(',');
  const key = (scheme: string, text: string) => ({
    scheme,
    value: sha256(`${register.name}|${text}`).slice(0, 24),
  });
  return {
    match: key('match', `${words}|${countries}|${year ?? ''}`),
    ...(words.length < tellingTitle ? {} : { title: key('title', words) }),
  };
}
