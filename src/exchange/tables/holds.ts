import type { Control } from '../../fields/field.ts';
import type { PartHolds } from '../../fields/part.ts';
import type { CodeList } from '../../vocabulary/code-list.ts';
import { countries } from '../../vocabulary/countries.ts';
import { languages } from '../../vocabulary/languages.ts';

/** What the cells of one column hold. Closed: one way of writing and one of reading each. */
export type Holds =
  | { readonly as: 'text' }
  /** One word a line. */
  | { readonly as: 'words' }
  /** The language in which a text was written first. */
  | { readonly as: 'tag' }
  | { readonly as: 'number' }
  | { readonly as: 'position' }
  | { readonly as: 'yesNo' }
  | { readonly as: 'date' }
  | { readonly as: 'code'; readonly list: CodeList; readonly many: boolean }
  | { readonly as: 'oneOf'; readonly words: string; readonly codes: readonly string[] };

const text: Holds = { as: 'text' };
const date: Holds = { as: 'date' };

type ShapeHolds = { readonly [S in Control['shape']]: (control: Extract<Control, { shape: S }>) => Holds };

/** A list of entries in one cell is text in a notation of its own; in a workbook every entry has a row elsewhere. */
const byShape: ShapeHolds = {
  line: () => text,
  prose: () => text,
  word: () => text,
  words: () => ({ as: 'words' }),
  choice: ({ list }) => ({ as: 'code', list, many: false }),
  choices: ({ list }) => ({ as: 'code', list, many: true }),
  country: () => ({ as: 'code', list: countries, many: false }),
  countries: () => ({ as: 'code', list: countries, many: true }),
  languages: () => ({ as: 'code', list: languages, many: true }),
  date: () => date,
  period: () => date,
  due: () => date,
  loan: () => text,
  reference: () => text,
  figures: () => text,
  money: () => text,
  participants: () => text,
  demands: () => text,
  places: () => text,
  paragraphs: () => text,
  links: () => text,
  sources: () => text,
  references: () => text,
  files: () => text,
  contacts: () => text,
};

/** What a column of a field holds. `suffix`: as in `toCells`. */
export function holdsOfField(control: Control, suffix: string): Holds {
  if (suffix === 'original') return { as: 'tag' };
  // The key of the table is the shape, so the entry takes the control of that shape.
  const make = byShape[control.shape] as (control: Control) => Holds;
  return make(control);
}

/** What a column of a part holds. */
export function holdsOfPart(holds: PartHolds, suffix: string): Holds {
  if (suffix === 'original') return { as: 'tag' };
  switch (holds.shape) {
    case 'text':
    case 'word':
      return text;
    case 'number':
      return { as: 'number' };
    case 'position':
      return { as: 'position' };
    case 'yesNo':
      return { as: 'yesNo' };
    case 'date':
    case 'period':
      return date;
    case 'country':
      return { as: 'code', list: countries, many: false };
    case 'code':
      return { as: 'code', list: holds.list, many: false };
    case 'oneOf':
      return { as: 'oneOf', words: holds.words, codes: holds.codes };
  }
}
