import { interfaceLanguages, unknownLanguage } from '../../kernel/language-tag.ts';
import { RecentlyUsed } from '../../kernel/recently-used.ts';
import { allRegisters, findRegister } from '../../registers/all-registers.ts';
import type { Register } from '../../registers/register.ts';
import { languageName, languages } from '../../vocabulary/languages.ts';
import { splitColumn } from './column-name.ts';
import { foldLabel } from './fold-label.ts';
import { type SheetWords, technicalWords } from './sheet-words.ts';
import { besideNames, groupNames, isTextual, labelsOfField, labelsOfPart } from './table-columns.ts';

/** A table of ours: the records of a register, or the entries of one of its lists. */
export interface TableName {
  readonly register: Register;
  readonly field?: string;
}

/** Labels of one table, folded, to the columns that they can mean, each with the languages that say so. */
type Labels = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

/** What one column of a header means: its technical name, or undefined where nobody knows, or it could be two. */
export type Meaning = string | undefined;

/** What a label says whatever the table: folded, and where the name of a language may begin at its end, the last first. */
interface ReadLabel {
  readonly folded: string;
  endings: readonly (readonly [at: number, tag: string])[] | undefined;
}

const longestLabel = 300;

/** Labels remembered: a head of rows is tried against some thirty tables, one after the other. */
const labelsRemembered = 2_000;

/** Knows columns, sheets and words of ours by what they are called in each of the languages given, and by their bare names. */
export class LabelBook {
  readonly #words: readonly SheetWords[];
  readonly #labels = new Map<string, Labels>();
  readonly #oneOf = new Map<string, ReadonlyMap<string, string>>();
  readonly #read = new RecentlyUsed<string, ReadLabel>(labelsRemembered);
  #sheets: ReadonlyMap<string, TableName | undefined> | undefined;
  #languages: ReadonlyMap<string, string> | undefined;

  constructor(words: readonly SheetWords[]) {
    this.#words = [...words, technicalWords];
  }

  /** What each column of a header means in a table; a label that can mean two is taken as the header's language has it. */
  meanings(table: TableName, header: readonly string[]): readonly Meaning[] {
    const labels = this.#labelsOf(table);
    const found = header.map((label) => this.#candidates(table, labels, label));
    const votes = new Map<string, number>();
    for (const candidates of found) {
      if (candidates.size !== 1) continue;
      for (const lang of [...candidates.values()].flatMap((langs) => [...langs]))
        votes.set(lang, (votes.get(lang) ?? 0) + 1);
    }
    const [lang = ''] = [...votes].sort(([, a], [, b]) => b - a)[0] ?? [];
    const taken = new Set<string>();
    return found.map((candidates) => {
      const sure = [...candidates].filter(([, langs]) => candidates.size === 1 || langs.has(lang));
      const name = sure.length === 1 ? sure[0]?.[0] : undefined;
      // The same column twice: the first one counts, the second is named as not known.
      if (name === undefined || taken.has(name)) return undefined;
      taken.add(name);
      return name;
    });
  }

  /** The table that a sheet is named after, in any language. */
  tableOfSheet(sheet: string): TableName | undefined {
    this.#sheets ??= this.#allSheets();
    return this.#sheets.get(foldLabel(sheet));
  }

  /** One of a few words of ours, by its code or what it is called. */
  oneOf(words: string, codes: readonly string[], text: string): string | undefined {
    const known = this.#oneOf.get(words) ?? this.#allOneOf(words, codes);
    this.#oneOf.set(words, known);
    return known.get(foldLabel(text));
  }

  yesOrNo(text: string): boolean | undefined {
    const folded = foldLabel(text);
    const says = (word: 'yes' | 'no') => this.#words.some(({ say }) => foldLabel(say(word)) === folded);
    if (says('yes') || folded === 'true' || folded === '1') return true;
    return says('no') || folded === 'false' || folded === '0' ? false : undefined;
  }

  /** The tag of a language, by the tag or by its name. */
  languageTag(text: string): string | undefined {
    if (/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(text.trim())) return text.trim();
    return this.#languageNames().get(foldLabel(text));
  }

  #candidates(table: TableName, labels: Labels, label: string): ReadonlyMap<string, ReadonlySet<string>> {
    const technical = technicalName(table, label);
    if (technical !== undefined) return new Map([[technical, new Set(['technical'])]]);
    const read = this.#readLabel(label);
    if (read.folded === '' || read.folded.length > longestLabel) return new Map();
    return labels.get(read.folded) ?? tagged(table, labels, label) ?? this.#inLanguage(table, labels, read);
  }

  #readLabel(label: string): ReadLabel {
    const before = this.#read.find(label);
    if (before !== undefined) return before;
    const read: ReadLabel = { folded: foldLabel(label), endings: undefined };
    if (label.length <= longestLabel) this.#read.keep(label, read);
    return read;
  }

  /** `Title (English)`: the label of a text, followed by the name of a language. */
  #inLanguage(table: TableName, labels: Labels, read: ReadLabel): ReadonlyMap<string, ReadonlySet<string>> {
    const found = new Map<string, ReadonlySet<string>>();
    read.endings ??= this.#endingsOf(read.folded);
    for (const [at, tag] of read.endings) {
      for (const [name, langs] of labels.get(read.folded.slice(0, at)) ?? [])
        if (isTextual(table, name)) found.set(`${name}.${tag}`, langs);
      if (found.size > 0) break;
    }
    return found;
  }

  #endingsOf(folded: string): NonNullable<ReadLabel['endings']> {
    const names = this.#languageNames();
    const endings: (readonly [number, string])[] = [];
    for (let at = folded.length - 1; at > 0; at -= 1) {
      const tag = names.get(folded.slice(at));
      if (tag !== undefined) endings.push([at, tag]);
    }
    return endings;
  }

  #labelsOf(table: TableName): Labels {
    const key = tableKey(table);
    const before = this.#labels.get(key);
    if (before !== undefined) return before;
    const labels = new Map<string, Map<string, Set<string>>>();
    for (const words of this.#words) {
      for (const [name, label] of labelsIn(table, words)) {
        const folded = foldLabel(label);
        const names = labels.get(folded) ?? new Map<string, Set<string>>();
        labels.set(folded, names.set(name, (names.get(name) ?? new Set()).add(words.lang)));
      }
    }
    this.#labels.set(key, labels);
    return labels;
  }

  #languageNames(): ReadonlyMap<string, string> {
    if (this.#languages !== undefined) return this.#languages;
    const names = new Map<string, string>();
    for (const code of languages.entries.keys()) {
      for (const lang of interfaceLanguages) names.set(foldLabel(languageName(code, lang)), code);
    }
    for (const code of languages.entries.keys()) names.set(code, code);
    for (const { say } of this.#words) names.set(foldLabel(say('unknownLanguage')), unknownLanguage);
    names.delete('');
    this.#languages = names;
    return names;
  }

  #allOneOf(words: string, codes: readonly string[]): ReadonlyMap<string, string> {
    const known = new Map<string, string>();
    for (const code of codes) {
      for (const one of this.#words) known.set(foldLabel(one.oneOf(words, code)), code);
    }
    // Codes last: they are what programs write.
    for (const code of codes) known.set(foldLabel(code), code);
    return known;
  }

  #allSheets(): ReadonlyMap<string, TableName | undefined> {
    const sheets = new Map<string, TableName | undefined>();
    const add = (label: string, table: TableName) => {
      const folded = foldLabel(label);
      const other = sheets.get(folded);
      const same = other === undefined || tableKey(other) === tableKey(table);
      sheets.set(folded, sheets.has(folded) && !same ? undefined : table);
    };
    for (const register of allRegisters) {
      for (const words of this.#words) {
        add(words.register(register.name), { register });
        for (const field of Object.keys(register.fields).filter((name) => register.fields[name]?.parts))
          add(words.within(words.register(register.name), words.field(register.name, field)), {
            register,
            field,
          });
      }
    }
    return sheets;
  }
}

/** `Title (zh-Hant)`: the label of a text, followed by the tag of a language. */
function tagged(
  table: TableName,
  labels: Labels,
  label: string,
): ReadonlyMap<string, ReadonlySet<string>> | undefined {
  const [, base = '', tag] =
    /^(.+?)\s*[(（]([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)[)）]$/.exec(label.trim()) ?? [];
  if (tag === undefined) return undefined;
  const texts = [...(labels.get(foldLabel(base)) ?? [])].filter(([name]) => isTextual(table, name));
  return texts.length === 0 ? undefined : new Map(texts.map(([name, langs]) => [`${name}.${tag}`, langs]));
}

export function tableKey({ register, field }: TableName): string {
  return field === undefined ? register.name : `${register.name}.${field}`;
}

/** The table with this key. */
export function findTable(key: string): TableName | undefined {
  const [name = '', field, ...rest] = key.split('.');
  const register = findRegister(name);
  if (register === undefined || rest.length > 0) return undefined;
  if (field === undefined) return { register };
  const declared = Object.hasOwn(register.fields, field) ? register.fields[field] : undefined;
  return declared?.parts === undefined ? undefined : { register, field };
}

function* labelsIn(table: TableName, words: SheetWords): Generator<readonly [name: string, label: string]> {
  const { register, field } = table;
  if (field === undefined) {
    for (const name of besideNames) yield [name, words.say(name)];
    for (const [name, declared] of Object.entries(register.fields))
      yield* labelsOfField(words, register.name, name, declared);
    return;
  }
  for (const name of groupNames) yield [name, words.say(name)];
  for (const part of register.fields[field]?.parts ?? []) yield* labelsOfPart(words, part);
}

/** Columns of plain tables that the record tells of itself. */
function isTold(first: string): boolean {
  return first === 'register' || first === 'review' || first === 'more';
}

/** A label that is the bare name of a column: `title.en`, `participants+2`. */
function technicalName({ register, field }: TableName, label: string): string | undefined {
  const name = label.trim();
  const first = splitColumn(name).field;
  if (field === undefined) {
    const beside: readonly string[] = besideNames;
    return Object.hasOwn(register.fields, first) || beside.includes(name) || isTold(first) ? name : undefined;
  }
  const beside: readonly string[] = groupNames;
  const isPart = register.fields[field]?.parts?.some((part) => part.name === first);
  return isPart === true || beside.includes(name) ? name : undefined;
}
