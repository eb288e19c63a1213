import type { Control } from '../../../fields/field.ts';
import type { Participant } from '../../../fields/participants.ts';
import type { Reference } from '../../../fields/references.ts';
import type { ShapeValues } from '../../../fields/shape-values.ts';
import type { LangText } from '../../../kernel/lang-text.ts';
import { type CodeList, nameOf } from '../../../vocabulary/code-list.ts';
import { countryName } from '../../../vocabulary/countries.ts';

/** A plain text, with its language where that is known. */
export interface Said {
  readonly text: string;
  readonly lang?: string;
}

/** The shapes that Dublin Core can say. */
type Shape = Extract<
  keyof ShapeValues,
  | 'line'
  | 'prose'
  | 'word'
  | 'words'
  | 'choice'
  | 'choices'
  | 'country'
  | 'countries'
  | 'languages'
  | 'date'
  | 'period'
  | 'participants'
  | 'places'
  | 'links'
  | 'files'
  | 'sources'
  | 'reference'
  | 'references'
>;
type Reader<S extends Shape> = (
  value: ShapeValues[S],
  list: CodeList | undefined,
  base: string,
) => readonly Said[];

/** Code lists are called in English: of all languages that harvesters read, the one that every list has. */
const readers: { readonly [S in Shape]: Reader<S> } = {
  line: byLanguage,
  prose: byLanguage,
  word: (text) => [{ text }],
  words: (all) => all.map((text) => ({ text })),
  choice: (code, list) => [named(code, list)],
  choices: (codes, list) => codes.map((code) => named(code, list)),
  country: (code) => [country(code)],
  countries: (codes) => codes.map(country),
  languages: (tags) => tags.map((text) => ({ text })),
  date: (text) => [{ text }],
  // W3CDTF knows no periods; the form of ISO 8601, which harvesters of DCMI Period read too.
  period: ({ start = '', end = '' }) => [{ text: start === end || end === '' ? start : `${start}/${end}` }],
  participants: (all) => all.flatMap(({ organisation }) => byLanguage(organisation)),
  places: (all) =>
    all.flatMap(({ name, country: code }) => [
      ...byLanguage(name),
      ...(code === undefined ? [] : [country(code)]),
    ]),
  links: (all) => all.map(({ url }) => ({ text: url })),
  files: (all) => all.map(({ url }) => ({ text: url })),
  sources: (all) => all.map(({ title, url }) => ({ text: url ?? title })),
  reference: (one, _, base) => [recordAt(one, base)],
  references: (all, _, base) => all.map((one) => recordAt(one, base)),
};

/** What a value says in plain texts. `base`: where records of the node stand, for references. */
export function textsOf(control: Control, value: unknown, base: string): readonly Said[] {
  const { shape } = control;
  if (!Object.hasOwn(readers, shape)) return [];
  // A field's values are of its shape (checked by its schema); the table pairs shapes with readers.
  const read = readers[shape as Shape] as (
    value: unknown,
    list: CodeList | undefined,
    base: string,
  ) => readonly Said[];
  const list = 'list' in control ? control.list : undefined;
  return read(value, list, base).filter(({ text }) => text !== '');
}

/** Countries that take part. */
export function countriesOf(all: readonly Participant[]): readonly Said[] {
  return all.flatMap(({ country: code }) => (code === undefined ? [] : [country(code)]));
}

function recordAt({ register, id }: Reference, base: string): Said {
  return { text: register === undefined ? id : `${base}${register}/${id}` };
}

function byLanguage(text: LangText | undefined): readonly Said[] {
  if (text === undefined) return [];
  return Object.entries(text.texts).map(([lang, one]) => ({ text: one, lang }));
}

function named(code: string, list: CodeList | undefined): Said {
  return list === undefined ? { text: code } : { text: nameOf(list, code, 'en'), lang: 'en' };
}

function country(code: string): Said {
  return { text: countryName(code, 'en'), lang: 'en' };
}
