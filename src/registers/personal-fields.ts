import type { Register } from './register.ts';

/** The fields of a register that hold data of persons, as their kinds say: what stands in them can be erased. */
export function personalFields({ fields }: Register): readonly string[] {
  return Object.keys(fields).filter((name) => fields[name]?.personal === true);
}
