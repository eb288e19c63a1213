/** One code with what it is called. Names stand by language tag; `en` is always there. */
export interface CodeEntry {
  readonly code: string;
  readonly names: Readonly<Record<string, string>>;
  /** The wider code of the same list or of the list above it. */
  readonly parent?: string;
  /** From when the code was in use (`2015`, `2015-07-01`); absent where nobody said. */
  readonly validFrom?: string;
  /** Until when it was in use. A withdrawn code keeps its meaning for old data. */
  readonly validTo?: string;
  readonly note?: string;
}

/** A list of codes as it stood on a day, with who keeps it. */
export interface CodeList {
  readonly name: string;
  /** Who keeps the list, the document and its address. */
  readonly source: string;
  /** The day of the state that is held here. */
  readonly asOf: string;
  readonly entries: ReadonlyMap<string, CodeEntry>;
}

const dateForm = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/**
 * Makes a list and checks it: a source, a date, no code twice, an English name everywhere, no empty name.
 * @throws Error at start, naming the list and the code, when the declaration is wrong.
 */
export function codeList(
  name: string,
  about: { readonly source: string; readonly asOf: string },
  entries: Iterable<CodeEntry>,
): CodeList {
  if (about.source === '') throw new Error(`code list ${name}: needs a source`);
  if (!dateForm.test(about.asOf)) throw new Error(`code list ${name}: asOf is not a date: ${about.asOf}`);
  const byCode = new Map<string, CodeEntry>();
  for (const entry of entries) {
    const problem = byCode.has(entry.code) ? 'stands twice' : problemOf(entry);
    if (problem !== undefined) throw new Error(`code list ${name}: code "${entry.code}" ${problem}`);
    byCode.set(entry.code, entry);
  }
  if (byCode.size === 0) throw new Error(`code list ${name}: has no codes`);
  return { name, ...about, entries: byCode };
}

/** What the code is called in the language; falls back to English, then to the code itself. */
export function nameOf(list: CodeList, code: string, lang: string): string {
  const names = list.entries.get(code)?.names;
  return names?.[lang] ?? names?.['en'] ?? code;
}

function problemOf(entry: CodeEntry): string | undefined {
  if (entry.code === '') return 'is empty';
  // Asked by key, not by value: the names of countries are computed when they are first read.
  if (!Object.hasOwn(entry.names, 'en')) return 'has no English name';
  for (const date of [entry.validFrom, entry.validTo]) {
    if (date !== undefined && !dateForm.test(date)) return `has a bad date ${date}`;
  }
  return undefined;
}
