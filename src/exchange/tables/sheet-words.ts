/** What our sheets say besides the names of fields, and columns that are not fields. */
export const sheetSayings = [
  'id',
  'record',
  'revision',
  'number',
  'address',
  'standing',
  'changedAt',
  'owner',
  'confirmation',
  'reserved',
  'original',
  'start',
  'end',
  'yes',
  'no',
  'unknownLanguage',
  'table',
  'column',
  'text',
  'more',
  'readMe',
  'verdict',
  'reasons',
] as const;
export type SheetSaying = (typeof sheetSayings)[number];

/** Hints that stand as notes on columns. */
export const sheetHints = [
  'id',
  'record',
  'revision',
  'number',
  'several',
  'choice',
  'date',
  'words',
  'position',
  'needed',
] as const;
export type SheetHint = (typeof sheetHints)[number];

/** The words of a workbook in one language; made where the messages are, so that no format knows them. */
export interface SheetWords {
  readonly lang: string;
  readonly rightToLeft: boolean;
  /** The records of a register, as a sheet is called. */
  register(name: string): string;
  field(register: string, field: string): string;
  /** What a field wants, for the note on its column. */
  help(field: string): string | undefined;
  part(name: string): string;
  /** One of a few words of ours: `oneOf('basis', 'counted')`. */
  oneOf(words: string, code: string): string;
  /** What a code is called in a cell, with the marks of reservations that countries made on it. */
  marked(list: string, code: string, label: string): string;
  /** The notes to the marks that were put behind labels so far; `nameOf`: what a country is called. */
  footnotes(nameOf: (country: string) => string): readonly string[];
  /** A text in one language: `Title (English)`. */
  inLanguage(what: string, language: string): string;
  /** A part of something: `When: start`. */
  within(what: string, part: string): string;
  say(what: SheetSaying): string;
  hint(what: SheetHint): string;
  /** The lines of the sheet that says how to work with the others. */
  howTo(about: { readonly node: string; readonly day: string }): readonly string[];
}

/** The bare names of fields and parts: for programs, and where nobody gave words. */
export const technicalWords: SheetWords = {
  lang: 'en',
  rightToLeft: false,
  register: (name) => name,
  field: (_, field) => field,
  help: () => undefined,
  part: (name) => name,
  oneOf: (_, code) => code,
  marked: (_, __, label) => label,
  footnotes: () => [],
  inLanguage: (what, language) => `${what} (${language})`,
  within: (what, part) => `${what}: ${part}`,
  say: (what) => what,
  hint: () => '',
  howTo: ({ node, day }) => [node, day],
};
