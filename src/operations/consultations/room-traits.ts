import { fieldsMeaning, valueMeaning } from '../../registers/fields-meaning.ts';
import type { Register } from '../../registers/register.ts';
import { membersOf } from '../../vocabulary/country-groups.ts';
import type { RoomTraits } from '../ports/room.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * What the values say of a room; nothing where the register has none. Groups of countries stand for those that were
 * members when the revision was written.
 * @param at instant of the revision.
 */
export function roomTraits(register: Register, values: Values, at: string): RoomTraits | undefined {
  const said = (name: string) => valueMeaning({ register, values }, `room:${name}`);
  if (register.means.includes('room:within')) {
    // The schema of references has checked it.
    const within = said('consultation') as { readonly id: string } | undefined;
    return within === undefined ? undefined : { within: within.id };
  }
  const gathers = register.means.includes('room:own');
  if (!gathers && !register.means.includes('room:parties')) return undefined;
  const named = fieldsMeaning(register, 'room:countries').flatMap((field) => words(values[field]));
  const year = Number(at.slice(0, 4));
  const ofGroups = words(said('groups')).flatMap((group) => membersOf(group, year));
  const answersBy = said('answersBy');
  return {
    holds: {
      closed: said('visibility') !== 'everybody',
      countries: [...new Set([...named, ...ofGroups])].sort(),
      organisations: words(said('organisations')),
      ...(typeof answersBy === 'string' ? { answersBy } : {}),
      gathers,
      over: said('conclusion') !== undefined,
    },
  };
}

/** Lists of codes or words, by the schemas of their fields. */
function words(value: unknown): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}
