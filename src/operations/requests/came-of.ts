import type { Finding, FindingCode } from '../../kernel/finding.ts';
import type { Revision } from '../../lifecycle/revision.ts';
import { isAgreedByAll } from '../../lifecycle/state.ts';
import { findRegister } from '../../registers/all-registers.ts';
import { digestOf } from '../../registers/digest.ts';
import { valueMeaning } from '../../registers/fields-meaning.ts';
import type { Register } from '../../registers/register.ts';
import type { House } from '../house.ts';
import type { BoardRecord } from '../ports/board.ts';
import { namedUnder, placeOf, requestFacts } from './request-facts.ts';

/** A record of a party that says of what it came. */
interface Came {
  readonly id: string;
  readonly register: Register;
  readonly values: Readonly<Record<string, unknown>>;
  readonly current: Pick<Revision, 'values'> | undefined;
  /** The country of the post that writes. */
  readonly country: string | undefined;
  readonly released: boolean;
}

/**
 * What is said to have come of a match is written by one of its sides, names both, and comes of one that both have agreed; one
 * activity of each. A match for two sides alone is unknown to all others. What was released stays right.
 */
export function comesOf(
  house: House,
  { register, values, id, country, ...before }: Came,
): readonly Finding[] {
  const named = namedUnder(register, values, 'cameOf');
  if (named === undefined || namedBefore(before, register, 'cameOf') === named) return [];
  const place = placeOf(register, 'cameOf');
  const wrong = (code: FindingCode, got = named) => [finding(place, code, { got })];
  const match = house.board.records([named]).get(named);
  if (match?.request?.role !== 'match') return wrong('matchUnknown');
  const { offering = [], asking = [] } = match.request;
  if (country === undefined || ![...offering, ...asking].includes(country))
    return wrong(match.state.inForce === undefined ? 'matchUnknown' : 'matchOfOthers');
  if (!isAgreedByAll(match.state)) return wrong('matchNotAgreed');
  const once = register.means.includes('schema:Project');
  const taken = standing(house, match, register.name).find((one) => one !== id);
  if (once && taken !== undefined) return wrong('matchTaken', taken);
  const countries = digestOf(register, values).facets.country ?? [];
  const hasBoth = [offering, asking].every((side) => side.some((one) => countries.includes(one)));
  return once && !hasBoth ? wrong('matchSidesMissing') : [];
}

/**
 * A practice is taken up elsewhere: not by the countries alone that it comes from.
 * @param from the countries that it comes from.
 */
export function ownPractice(
  { register, values, ...before }: Omit<Came, 'id' | 'country'>,
  from: readonly string[],
): readonly Finding[] {
  if (!register.means.includes('request:adoption')) return [];
  const { asking = [] } = requestFacts(register, values) ?? {};
  const [country] = asking;
  if (country === undefined || asking.some((one) => !from.includes(one))) return [];
  const { released, current } = before;
  const earlier = released && current !== undefined ? requestFacts(register, current.values)?.asking : [];
  if (asking.every((one) => earlier?.includes(one))) return [];
  return [finding(placeOf(register, 'asking'), 'ownPractice', { country })];
}

/** The countries from which the practice comes that was taken up, as its record in force says. */
export async function practiceFrom(
  { board, log }: House,
  { register, values }: Pick<Came, 'register' | 'values'>,
): Promise<readonly string[]> {
  const id = namedUnder(register, values, 'takenUp');
  const number = id === undefined ? undefined : board.records([id]).get(id)?.state.inForce;
  if (id === undefined || number === undefined) return [];
  const revision = (await log.revisions([{ id, number }])).get(id);
  const of = revision && findRegister(revision.register);
  if (revision === undefined || of === undefined) return [];
  // A list of countries, by the schema of its field.
  return (valueMeaning({ register: of, values: revision.values }, 'ssc:provider') ?? []) as readonly string[];
}

/** Ids of the records of a register that came of a match and were not taken back since. */
export function standing(
  { board }: Pick<House, 'board'>,
  { state: { led = [] } }: Pick<BoardRecord, 'state'>,
  register: string,
): readonly string[] {
  const ids = led.filter((one) => one.register === register).map(({ id }) => id);
  const known = board.records(ids);
  return ids.filter((id) => known.get(id)?.state.withdrawn === undefined);
}

function namedBefore(
  { released, current }: Pick<Came, 'released' | 'current'>,
  register: Register,
  meaning: string,
): string | undefined {
  return released && current !== undefined ? namedUnder(register, current.values, meaning) : undefined;
}

function finding(path: string, code: FindingCode, params: Finding['params']): Finding {
  return { severity: 'error', path, code, params };
}
