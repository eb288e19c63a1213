import type { Register } from '../../registers/register.ts';
import type { Reading } from './input.ts';
import { inputOf, sourceParts } from './input-of.ts';
import { rowsInOrder } from './inputs/list-input.ts';
import { partOf, type TypedPart, typedParts } from './typed-part.ts';

/** A form as it came back. */
export interface TypedForm {
  /** What was typed, as values that `check` judges: what could not be the value is the text as typed. */
  readonly values: Record<string, unknown>;
  /** Empty rows to show, by the name of the list or text. */
  readonly more: Record<string, number>;
  /** A button asked for another row, or for suggestions: nothing is to be saved, the form is shown again with everything typed. */
  readonly asksForMore: boolean;
  /** The list or text that the row is for; absent where the person only pressed Enter in a line. */
  readonly asked?: string;
  /** The field for which a button asked for suggestions: nothing is to be saved then, either. */
  readonly suggestFor?: string;
}

/**
 * What was typed into a record form. For every value that a register can hold, reading the form that shows it gives the
 * same value, but for line breaks: browsers make `\n` of all of them.
 */
export function readForm(register: Register, body: URLSearchParams): TypedForm {
  const typed = typedParts(body);
  const asked = body.get('more') ?? undefined;
  const suggestFor = body.get('suggest') ?? undefined;
  const more: Record<string, number> = {};
  let askedNow: string | undefined;
  const reading: Reading = {
    asked,
    sourceNow: sourcesNow(register, typed),
    emptyRows: (came, name, empty, least) => {
      const extra = came === asked ? 1 : 0;
      if (extra === 1) askedNow = name;
      if (empty + extra > least) more[name] = empty + extra;
    },
  };
  const values: Record<string, unknown> = {};
  for (const [name, { control }] of Object.entries(register.fields)) {
    const value = inputOf(control).read(partOf(typed, name), reading, name);
    if (value !== undefined) values[name] = value;
  }
  return {
    values,
    more,
    asksForMore: asked !== undefined || suggestFor !== undefined,
    ...(askedNow === undefined ? {} : { asked: askedNow }),
    ...(suggestFor === undefined ? {} : { suggestFor }),
  };
}

/** Where each source of the record stands after the reading: pointers from other fields move with it. */
function sourcesNow(register: Register, typed: TypedPart): Reading['sourceNow'] {
  const [field] =
    Object.entries(register.fields).find(([, { control }]) => control.shape === 'sources') ?? [];
  if (field === undefined) return (position) => position;
  const { filled, empty, gone } = rowsInOrder(sourceParts, partOf(typed, field));
  const now = new Map([...filled, ...empty].map(([position], i) => [position, i]));
  return (position) => (gone.has(position) ? undefined : (now.get(position) ?? position));
}
