import { allRegisters, findRegister } from '../../registers/all-registers.ts';
import { countries, countryName, isCountry } from '../../vocabulary/countries.ts';
import { isLanguage, languageName, languages } from '../../vocabulary/languages.ts';

/** Records that are harvested together; `any` stands for all values of a kind. */
export interface OaiSet {
  readonly register?: string;
  readonly country?: string;
  readonly language?: string;
}

/** The sets and what they are called, in English: harvesters read no other language for certain. */
export function allSets(): readonly { readonly spec: string; readonly name: string }[] {
  return [
    { spec: 'register', name: 'Records by register' },
    ...allRegisters.map(({ name }) => ({ spec: `register:${name}`, name: `Register: ${name}` })),
    { spec: 'country', name: 'Records by country that shares or uses' },
    ...[...countries.entries.keys()].map((code) => ({
      spec: `country:${code}`,
      name: `Country: ${countryName(code, 'en')}`,
    })),
    { spec: 'language', name: 'Records by language of the title' },
    ...[...languages.entries.keys()].map((code) => ({
      spec: `language:${code}`,
      name: `Language: ${languageName(code, 'en')}`,
    })),
  ];
}

/** The set of a specification; nothing where the node has none of that name. */
export function setIn(spec: string): OaiSet | undefined {
  const [kind = '', value, ...more] = spec.split(':');
  if (more.length > 0) return undefined;
  switch (kind) {
    case 'register':
      return value === undefined || findRegister(value) !== undefined
        ? { register: value ?? 'any' }
        : undefined;
    case 'country':
      return value === undefined || isCountry(value) ? { country: value ?? 'any' } : undefined;
    case 'language':
      return value === undefined || isLanguage(value) ? { language: value ?? 'any' } : undefined;
    default:
      return undefined;
  }
}

/** The sets that a record belongs to. */
export function setsOf(
  register: string,
  inCountries: readonly string[],
  inLanguages: readonly string[],
): readonly string[] {
  return [
    `register:${register}`,
    ...inCountries.filter(isCountry).map((code) => `country:${code}`),
    ...inLanguages.filter(isLanguage).map((code) => `language:${code}`),
  ];
}
