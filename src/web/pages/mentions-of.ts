import { find } from '../../operations/find.ts';
import { findParameters } from '../../operations/find-request.ts';
import type { House } from '../../operations/house.ts';
import type { Presented } from '../../policy/present.ts';
import type { Translate } from '../../wording/messages.ts';
import { langTextOf } from './record-heading.ts';
import type { Mentions } from './record-page.ts';

const mostShown = 10;
/** Shorter acronyms are words of too many languages. */
const shortestAcronym = 3;

/** Records other than the organisation's own in whose texts its name stands, or its acronym; the name that finds more. */
export async function mentionsOf(house: House, t: Translate, record: Presented): Promise<Mentions> {
  const acronym = record.values['acronym'];
  const title = langTextOf(record, record.register.title);
  const names = [...new Set(Object.values(title?.texts ?? {}))].slice(0, 3);
  if (typeof acronym === 'string' && acronym.length >= shortestAcronym) names.push(acronym);
  let best: Mentions = { total: 0, records: [], query: '' };
  for (const name of names) {
    const words = `"${name.replaceAll('"', ' ')}"`;
    const filters = { kind: ['activity', 'practice', 'event', 'source'] };
    const request = { words, lang: t.lang, filters, sort: 'best', page: 1 } as const;
    const found = await find(house, { ...request, pageSize: mostShown, count: [] });
    if (found.total > best.total)
      best = { total: found.total, records: found.records, query: `?${findParameters(request)}` };
  }
  return best;
}
