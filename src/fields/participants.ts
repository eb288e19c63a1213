import { z } from 'zod';
import type { LangText } from '../kernel/lang-text.ts';
import type { Period } from '../kernel/partial-date.ts';
import type { CodeList } from '../vocabulary/code-list.ts';
import { anyCircle, type FacetValues } from './facet.ts';
import type { Field, FieldOptions } from './field.ts';
import { listField } from './internal/list.ts';
import { codeOf, countryCode, found, periodSchema, shortText } from './internal/schemas.ts';
import { wordsOf } from './internal/words.ts';
import { country, parts, position, text, word } from './part.ts';

/** A country or an organisation that takes part, in a role, for a time. At least one of country and organisation is named. */
export interface Participant {
  readonly country?: string;
  readonly organisation?: LangText;
  /** Identifier under which the organisation is known (org-id.guide style, as IATI uses). */
  readonly identifier?: string;
  /** Absent for organisations that helped without a named role. */
  readonly role?: string;
  readonly period?: Period;
  readonly source?: number;
  readonly note?: LangText;
}

const shares: ReadonlySet<string> = new Set(['provider', 'secondProvider', 'both']);
const uses: ReadonlySet<string> = new Set(['recipient', 'both', 'adopter']);

export interface ParticipantsOptions<N extends boolean> extends FieldOptions<N> {
  readonly roles: CodeList;
}

/**
 * Who takes part. Countries count as provider or host by their role; each pair of who shares and who uses is a flow, but
 * for those among three or more that all share and use: of them nobody says who gave to whom.
 */
export function participants<N extends boolean = false>(
  options: ParticipantsOptions<N>,
): Field<readonly Participant[], NoInfer<N>> {
  const { roles } = options;
  return listField<Participant, N>(options, {
    kind: 'participants',
    control: { shape: 'participants', roles },
    item: z
      .strictObject({
        country: z.exactOptional(countryCode),
        organisation: z.exactOptional(shortText),
        identifier: z.exactOptional(z.string().trim().min(1).max(200)),
        role: z.exactOptional(codeOf(roles)),
        period: z.exactOptional(periodSchema),
        source: z.exactOptional(z.number().int().min(0).max(999)),
        note: z.exactOptional(shortText),
      })
      .refine((who) => who.country !== undefined || who.organisation !== undefined, found('missing')),
    parts: parts({
      country,
      organisation: text,
      role: { shape: 'code', list: roles },
      period: { shape: 'period' },
      source: position,
      identifier: word,
      note: text,
    }),
    toWords: (items) => items.flatMap((item) => [...wordsOf(item.organisation), ...wordsOf(item.note)]),
    facets: facetsOf,
  });
}

function facetsOf(items: readonly Participant[]): FacetValues {
  const provider = countriesIn(items, shares);
  const host = countriesIn(items, uses);
  const circle = membersOf(provider.filter((code) => host.includes(code)));
  const isFlow = (from: string, to: string) => to !== from && !(circle.includes(from) && circle.includes(to));
  const flow = provider.flatMap((from) => host.filter((to) => isFlow(from, to)).map((to) => `${from}-${to}`));
  return { provider, host, flow, circle: pairsAmong(circle) };
}

/** From so many countries on, each of which shares and uses, one does not know who has something to share. */
const fewestInCircle = 3;

/** Countries that share among themselves, as members of a forum do; two that exchange know who gives what. */
function membersOf(both: readonly string[]): readonly string[] {
  return both.length < fewestInCircle ? [] : both.toSorted();
}

/** All pairs of a circle, and that there is one. */
function pairsAmong(circle: readonly string[]): string[] {
  if (circle.length === 0) return [];
  return [anyCircle, ...circle.flatMap((one, at) => circle.slice(at + 1).map((other) => `${one}-${other}`))];
}

function countriesIn(items: readonly Participant[], roles: ReadonlySet<string>): string[] {
  const found = items.flatMap(({ country, role }) =>
    country !== undefined && role !== undefined && roles.has(role) ? [country] : [],
  );
  return [...new Set(found)];
}
