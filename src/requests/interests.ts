/** Registers of which letters tell. */
export const tellable = ['need', 'offer', 'call'] as const;

/** By what somebody chooses what to hear of; an aspect without a choice lets everything through. */
export const aspects = ['kinds', 'countries', 'sectors', 'goals', 'languages'] as const;
export type Aspect = (typeof aspects)[number];

/** What somebody wants to hear of. A record fits when it has one of the values chosen in each aspect with a choice. */
export type Profile = Partial<Record<Aspect, readonly string[]>>;

/** What a record is found by, aspect by aspect. */
export type Traits = Readonly<Record<Aspect, readonly string[]>>;

/**
 * For each profile, by position, the positions of the records that fit it, in order. Asks each record for the profiles
 * that chose one of its values instead of trying every pair.
 */
export function fitting(profiles: readonly Profile[], records: readonly Traits[]): readonly number[][] {
  const found = profiles.map((): number[] => []);
  const choices = profiles.map((profile) => aspects.filter((aspect) => (profile[aspect] ?? []).length > 0));
  const chosen = chosenBy(profiles);
  const open = choices.flatMap(({ length }, at) => (length === 0 ? [at] : []));
  const hits = new Uint8Array(profiles.length);
  // In which round a profile was last counted: of several values in one aspect one counts.
  const counted = new Uint32Array(profiles.length);
  let round = 0;
  for (const [record, traits] of records.entries()) {
    const touched: number[] = [];
    for (const aspect of aspects) {
      round += 1;
      for (const value of traits[aspect]) {
        for (const at of chosen[aspect].get(value) ?? []) {
          if (counted[at] === round) continue;
          counted[at] = round;
          if (hits[at] === 0) touched.push(at);
          hits[at] = (hits[at] ?? 0) + 1;
        }
      }
    }
    for (const at of touched) {
      if (hits[at] === choices[at]?.length) found[at]?.push(record);
      hits[at] = 0;
    }
    for (const at of open) found[at]?.push(record);
  }
  return found;
}

/** Profiles, by position, that chose a value of an aspect. */
function chosenBy(profiles: readonly Profile[]): Readonly<Record<Aspect, Map<string, number[]>>> {
  const chosen = Object.fromEntries(aspects.map((aspect) => [aspect, new Map<string, number[]>()]));
  for (const [at, profile] of profiles.entries()) {
    for (const aspect of aspects) {
      for (const value of new Set(profile[aspect])) {
        const places = chosen[aspect]?.get(value);
        if (places === undefined) chosen[aspect]?.set(value, [at]);
        else places.push(at);
      }
    }
  }
  // One map for each aspect.
  return chosen as unknown as Readonly<Record<Aspect, Map<string, number[]>>>;
}
