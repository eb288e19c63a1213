import { interfaceLanguages } from '../../kernel/language-tag.ts';
import type { Register } from '../../registers/register.ts';
import { isLanguage, languageName } from '../../vocabulary/languages.ts';
import { joinColumn } from '../tables/column-name.ts';
import type { Holds } from '../tables/holds.ts';
import type { TableName } from '../tables/label-book.ts';
import { type SheetHint, type SheetSaying, type SheetWords, technicalWords } from '../tables/sheet-words.ts';
import { holdsOf, inLanguages } from '../tables/table-columns.ts';
import type { StyleName } from './sheet-part.ts';

/** One column of a table as it is going to be written. */
export interface PlannedColumn {
  /** Its bare name: `title.en`, `period.start`, `id`. */
  readonly name: string;
  readonly label: string;
  readonly note: string;
  readonly holds: Holds | undefined;
  readonly style: StyleName;
  readonly width: number;
  readonly hidden: boolean;
}

/** The languages in which the texts of a table stand, by field or part. */
export type TextLanguages = ReadonlyMap<string, ReadonlySet<string>>;

/** Columns of a sheet of records: whose it is, the fields as declared, then what the record tells of itself. */
export function recordColumns(
  register: Register,
  fields: readonly string[],
  found: TextLanguages,
  words: SheetWords,
): readonly PlannedColumn[] {
  const table = { register };
  const own = fields.flatMap((name) => {
    const field = register.fields[name];
    if (field === undefined || field.parts !== undefined) return [];
    const label = words.field(register.name, name);
    const hints = [words.help(name), field.needed ? words.hint('needed') : ''];
    const spread = field.spread?.map((part) => part.name) ?? [];
    return columnsOf({ table, name, label, spread, isText: inLanguages(field), hints }, found, words);
  });
  const told = (['address', 'standing', 'changedAt', 'owner', 'confirmation', 'reserved'] as const).map(
    (name) => beside(name, words),
  );
  return [beside('id', words, 'id'), beside('revision', words, 'revision'), ...own, ...told];
}

/** Columns of a sheet of entries: whose entry it is, its number in the list, its parts. */
export function entryColumns(
  table: TableName,
  found: TextLanguages,
  words: SheetWords,
): readonly PlannedColumn[] {
  const { register, field = '' } = table;
  const own = (register.fields[field]?.parts ?? []).flatMap(({ name, holds }) =>
    columnsOf(
      {
        table,
        name,
        label: words.part(name),
        spread: holds.shape === 'period' ? ['start', 'end'] : [],
        isText: holds.shape === 'text',
        hints: holds.shape === 'position' ? [words.hint('position')] : [],
      },
      found,
      words,
    ),
  );
  return [beside('record', words, 'id'), beside('number', words, 'number'), ...own];
}

interface Subject {
  readonly table: TableName;
  readonly name: string;
  readonly label: string;
  /** Suffixes of the columns of a value with parts. */
  readonly spread: readonly string[];
  readonly isText: boolean;
  readonly hints: readonly (string | undefined)[];
}

function columnsOf(subject: Subject, found: TextLanguages, words: SheetWords): PlannedColumn[] {
  const { name, label, spread, isText } = subject;
  if (spread.length > 0)
    return spread.map((part) => planned(subject, part, words.within(label, words.part(part)), words));
  if (!isText) return [planned(subject, '', label, words)];
  const tags = sortedLanguages(found.get(name), words.lang);
  const texts = tags.map((tag) =>
    planned(subject, tag, words.inLanguage(label, languageLabel(tag, words)), words),
  );
  const original = planned(subject, 'original', words.within(label, words.say('original')), words);
  return [...texts, { ...original, hidden: true, note: '' }];
}

function languageLabel(tag: string, words: SheetWords): string {
  if (tag === 'und') return words.say('unknownLanguage');
  // Tags of more than one part have no name that would be found again.
  return isLanguage(tag) ? languageName(tag, words.lang) : tag;
}

/** The reader's language first and always; then those that stand here, ours before others. */
function sortedLanguages(found: ReadonlySet<string> | undefined, first: string): readonly string[] {
  const ours: readonly string[] = interfaceLanguages;
  const rank = (tag: string) => (ours.includes(tag) ? ours.indexOf(tag) : ours.length);
  const others = [...(found ?? [])]
    .filter((tag) => tag !== first)
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return [first, ...others];
}

function planned(
  { table, name, hints }: Subject,
  suffix: string,
  label: string,
  words: SheetWords,
): PlannedColumn {
  const column = joinColumn(name, suffix);
  const holds = holdsOf(table, column);
  const hint = holds === undefined ? undefined : hintOf(holds);
  const notes = [...hints, hint === undefined ? '' : words.hint(hint)];
  return {
    name: column,
    label: words === technicalWords ? column : label,
    note: notes.filter((note) => note !== undefined && note !== '').join('\n'),
    holds,
    ...looksOf(holds),
    hidden: false,
  };
}

function hintOf(holds: Holds): SheetHint | undefined {
  if (holds.as === 'date' || holds.as === 'words') return holds.as;
  if (holds.as === 'code') return holds.many ? 'several' : 'choice';
  return holds.as === 'oneOf' ? 'choice' : undefined;
}

function looksOf(holds: Holds | undefined): { readonly style: StyleName; readonly width: number } {
  switch (holds?.as) {
    case undefined:
      return { style: 'told', width: 18 };
    case 'text':
      return { style: 'text', width: 36 };
    case 'number':
    case 'position':
      return { style: 'plain', width: 14 };
    case 'date':
      return { style: 'plain', width: 14 };
    case 'code':
      return { style: 'text', width: holds.many ? 34 : 22 };
    default:
      return { style: 'text', width: 18 };
  }
}

function beside(name: SheetSaying, words: SheetWords, hint?: SheetHint): PlannedColumn {
  return {
    name,
    label: words === technicalWords ? name : words.say(name),
    note: hint === undefined ? '' : words.hint(hint),
    holds: undefined,
    style: 'told',
    width: name === 'address' ? 30 : name === 'number' || name === 'revision' ? 9 : 18,
    hidden: false,
  };
}
