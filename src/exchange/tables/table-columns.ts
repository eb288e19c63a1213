import type { AnyField } from '../../fields/field.ts';
import type { Part } from '../../fields/part.ts';
import { splitColumn } from './column-name.ts';
import { type Holds, holdsOfField, holdsOfPart } from './holds.ts';
import type { TableName } from './label-book.ts';
import type { SheetWords } from './sheet-words.ts';

/** Columns of a sheet of records that are not fields, as its header names them. */
export const besideNames = [
  'id',
  'revision',
  'address',
  'standing',
  'changedAt',
  'owner',
  'confirmation',
  'reserved',
  'verdict',
  'reasons',
] as const;

/** Columns of a sheet of entries that are not parts: whose entry it is, and its place in the list, from 1. */
export const groupNames = ['record', 'number', 'verdict', 'reasons'] as const;

/** Whether a column holds texts in languages, so that a language can follow its name. */
export function isTextual({ register, field }: TableName, name: string): boolean {
  if (field === undefined) return inLanguages(register.fields[name]);
  return (
    register.fields[field]?.parts?.some((part) => part.name === name && part.holds.shape === 'text') ?? false
  );
}

export function inLanguages(field: Pick<AnyField, 'control'> | undefined): boolean {
  return field?.control.shape === 'line' || field?.control.shape === 'prose';
}

/** Every column that a field can have, but for those of its languages, with its label. */
export function* labelsOfField(
  words: SheetWords,
  register: string,
  name: string,
  field: Pick<AnyField, 'control' | 'spread'>,
): Generator<readonly [string, string]> {
  const label = words.field(register, name);
  for (const part of field.spread ?? [])
    yield [`${name}.${part.name}`, words.within(label, words.part(part.name))];
  if (field.spread === undefined) yield* labelled(words, name, label, inLanguages(field));
}

export function* labelsOfPart(
  words: SheetWords,
  { name, holds }: Part,
): Generator<readonly [string, string]> {
  const label = words.part(name);
  if (holds.shape === 'period') {
    yield [`${name}.start`, words.within(label, words.say('start'))];
    yield [`${name}.end`, words.within(label, words.say('end'))];
    return;
  }
  yield* labelled(words, name, label, holds.shape === 'text');
}

function* labelled(
  words: SheetWords,
  name: string,
  label: string,
  isText: boolean,
): Generator<readonly [string, string]> {
  yield [name, label];
  if (isText) yield [`${name}.original`, words.within(label, words.say('original'))];
}

/** What a column of a table holds; undefined for a column that is no field or part. */
export function holdsOf({ register, field }: TableName, column: string): Holds | undefined {
  const { field: name, suffix } = splitColumn(column);
  if (field === undefined) {
    const declared = Object.hasOwn(register.fields, name) ? register.fields[name] : undefined;
    const spread = declared?.spread?.find((part) => part.name === suffix);
    if (spread !== undefined) return holdsOfPart(spread.holds, '');
    return declared === undefined ? undefined : holdsOfField(declared.control, suffix);
  }
  const part = register.fields[field]?.parts?.find((one) => one.name === name);
  return part === undefined ? undefined : holdsOfPart(part.holds, suffix);
}
