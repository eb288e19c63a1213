import type { Demand } from '../../fields/demands.ts';
import { fieldsMeaning, valueMeaning } from '../../registers/fields-meaning.ts';
import type { Register } from '../../registers/register.ts';
import { goalOf } from '../../vocabulary/sdg.ts';
import { type RequestFacts, type RequestRole, requestRoles } from '../ports/asked-and-offered.ts';

type Values = Readonly<Record<string, unknown>>;

const prefix = 'request:';

/** What is needed of the values of a need, offer, call, match or adoption; nothing for other registers. */
export function requestFacts(register: Register, values: Values): RequestFacts | undefined {
  const role = requestRoles.find((one: RequestRole) => register.means.includes(prefix + one));
  if (role === undefined) return undefined;
  const said = (name: string) => valueMeaning({ register, values }, prefix + name);
  const facts = {
    role,
    asking: askingIn(words(said('asking')), said('demand')),
    offering: words(said('offering')),
    help: words(said('help')),
    languages: words(said('language')),
    goals: goalsIn(said('goal')),
    neededBy: said('neededBy'),
    answersBy: said('answersBy'),
    validUntil: said('validUntil'),
    of: idIn(said('of')),
    cameOf: idIn(said('cameOf')),
    takenUp: idIn(said('takenUp')),
  };
  // What nobody said is left out: the board keeps these as JSON. Dates are as the schema of their kind lets them in.
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined),
  ) as unknown as RequestFacts;
}

/** The record named under a meaning. */
export function namedUnder(register: Register, values: Values, meaning: string): string | undefined {
  return idIn(valueMeaning({ register, values }, prefix + meaning));
}

/** The field in which something is said. */
export function placeOf(register: Register, meaning: string): string {
  return fieldsMeaning(register, prefix + meaning)[0] ?? '';
}

/** Who asks: the countries named, and those whose quantities stand in a pooled need. */
function askingIn(named: readonly string[] | undefined, demands: unknown): readonly string[] | undefined {
  // A field of demands, by its schema.
  const countries = ((demands ?? []) as readonly Demand[]).map(({ country }) => country);
  return countries.length === 0 ? named : [...new Set([...(named ?? []), ...countries])];
}

/** Targets count under their goal. */
function goalsIn(value: unknown): readonly string[] | undefined {
  const goals = words(value)?.flatMap((code) => goalOf(code) ?? []);
  return goals === undefined ? undefined : [...new Set(goals)];
}

function idIn(value: unknown): string | undefined {
  // References passed the schema of their field.
  return value === undefined ? undefined : (value as { readonly id: string }).id;
}

function words(value: unknown): readonly string[] | undefined {
  // Lists of codes, by the schemas of their fields.
  return Array.isArray(value) ? (value as readonly string[]) : undefined;
}
