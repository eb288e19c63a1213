import type { Due } from '../../kernel/due.ts';
import type { PartialDate, Period } from '../../kernel/partial-date.ts';
import { valueMeaning } from '../../registers/fields-meaning.ts';
import type { Register } from '../../registers/register.ts';
import { type TrackedFacts, type TrackedRole, trackedRoles } from '../ports/tracking.ts';

const prefix = 'followup:';

/** What follow-up needs of the values; nothing where the register plays no part in it. */
export function trackedFacts(
  register: Register,
  values: Readonly<Record<string, unknown>>,
): TrackedFacts | undefined {
  const role = roleOf(register);
  if (role === undefined) return undefined;
  const said = (name: string) => valueMeaning({ register, values }, prefix + name);
  const facts = {
    role,
    instrument: idsIn(said('instrument'))[0],
    measures: listed(idsIn(said('measure'))),
    number: word(said('number')),
    kind: word(said('kind')),
    themes: words(said('theme')),
    beneficiaries: words(said('beneficiary')),
    actors: words(said('actor')),
    addressed: words(said('country')),
    dependsOn: listed(idsIn(said('dependsOn'))),
    response: word(said('response')),
    // Checked by the schema of the kind that means it.
    due: said('due') as Due | undefined,
    dueAt: idsIn(said('dueAt'))[0],
    on: word(said('on')) ?? word(said('adopted')),
    state: word(said('state')),
    evidenced: said('evidence') === undefined ? undefined : true,
    endedOn: endOf(said('held')),
    series: word(said('series')),
    round: idsIn(said('round'))[0],
    asked: words(said('asked')),
    askedPosts: words(said('askedPost')),
    deadline: word(said('deadline')),
    closedOn: word(said('closed')),
  };
  // What nobody said is left out: the board keeps these as JSON.
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined),
  ) as unknown as TrackedFacts;
}

function roleOf({ means }: Register): TrackedRole | undefined {
  return trackedRoles.find((role) => means.includes(prefix + role));
}

/** A reference, or a list of them: fields of both kinds mean the same. */
function idsIn(value: unknown): readonly string[] {
  if (value === undefined) return [];
  // References passed the schema of their field.
  return [value].flat().map((one) => (one as { readonly id: string }).id);
}

function listed<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length === 0 ? undefined : items;
}

function word(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function words(value: unknown): readonly string[] | undefined {
  // Lists of codes or words, by their fields' schemas.
  return Array.isArray(value) ? (value as readonly string[]) : undefined;
}

/** When a meeting was over: of one without an end, the day on which it began. */
function endOf(value: unknown): PartialDate | undefined {
  // Only periods mean this.
  const period = value as Period | undefined;
  return period?.end ?? period?.start;
}
