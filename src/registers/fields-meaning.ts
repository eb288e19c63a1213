import type { Register } from './register.ts';

const known = new WeakMap<Register, Map<string, readonly string[]>>();

/** Names of the fields that mean this (`dc:date`), in the order of the declaration. */
export function fieldsMeaning(register: Register, meaning: string): readonly string[] {
  const meanings = known.get(register) ?? new Map<string, readonly string[]>();
  known.set(register, meanings);
  const found = meanings.get(meaning);
  if (found !== undefined) return found;
  const names = Object.entries(register.fields).flatMap(([name, { means }]) =>
    means.includes(meaning) ? [name] : [],
  );
  meanings.set(meaning, names);
  return names;
}

/** The first value that a record has under this meaning; of the kind of its field. */
export function valueMeaning(
  { register, values }: { readonly register: Register; readonly values: Readonly<Record<string, unknown>> },
  meaning: string,
): unknown {
  for (const name of fieldsMeaning(register, meaning)) {
    if (values[name] !== undefined) return values[name];
  }
  return undefined;
}
