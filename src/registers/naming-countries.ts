import type { Register } from './register.ts';

type Fields = Pick<Register, 'fields'>;

/** Fields in which a register names the countries that share, use, ask or answer, in the order of the declaration. */
export function fieldsNamingCountries({ fields }: Fields): readonly string[] {
  return Object.entries(fields).flatMap(([name, { control }]) =>
    control.shape === 'participants' || control.shape === 'countries' ? [name] : [],
  );
}

/**
 * The one field in which a country that speaks must name itself before it can release, where a register has just one; where
 * there are several (a practice began here, was taken up there) any of them will do, and none is needed.
 */
export function ownCountryField(register: Fields & Pick<Register, 'crossCheck'>): string | undefined {
  const [name, another] = fieldsNamingCountries(register);
  return register.crossCheck && another === undefined ? name : undefined;
}

/** Whether a country is named in this field by an entry with its role, rather than by itself. */
export function namesWithRole({ fields }: Fields, field: string): boolean {
  return fields[field]?.control.shape === 'participants';
}
