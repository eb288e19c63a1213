import type { Audience } from '../fields/field.ts';
import type { Objection } from '../lifecycle/event.ts';
import type { Register } from '../registers/register.ts';

const sees: Readonly<Record<Audience, readonly Audience[]>> = {
  everybody: ['everybody'],
  partners: ['everybody', 'partners'],
  agreed: ['everybody', 'partners', 'agreed'],
  focalPoint: ['everybody', 'partners', 'agreed', 'focalPoint'],
};

/** Whether values of a field may be shown to an audience. */
export function maySee(audience: Audience, seenBy: Audience): boolean {
  return sees[audience].includes(seenBy);
}

/** Whether an audience may know what is said of a field. A field that is none (the record as a whole) is everybody's. */
export function mayHearOf(register: Register, field: string, audience: Audience): boolean {
  const declared = Object.hasOwn(register.fields, field) ? register.fields[field] : undefined;
  return declared === undefined ? field === '' : maySee(audience, declared.seenBy);
}

/** What a country disputes, as far as the audience may know of it: an objection may quote the value of its field. */
export function heard<
  T extends {
    readonly objections?: readonly Objection[];
    readonly reason?: string;
    readonly because?: string;
  },
>(register: Register, said: T, audience: Audience): T {
  if (said.because !== undefined && audience === 'everybody') {
    // Why a side declined is between the two; that it did is everybody's to know where the match is.
    const { because: _, reason: __, ...rest } = said;
    return rest as unknown as T;
  }
  if (said.objections === undefined) return said;
  const objections = said.objections.filter(({ field }) => mayHearOf(register, field, audience));
  if (objections.length === said.objections.length) return said;
  // A reason may speak of what is not shown: it goes with the hidden objection.
  const { reason: _, ...rest } = said;
  // T only adds members that are kept; the type system cannot see that through the spread.
  return { ...rest, objections } as unknown as T;
}
