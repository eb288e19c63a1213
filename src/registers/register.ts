import type { Field } from '../fields/field.ts';
import type { Workflow } from '../lifecycle/workflow.ts';

// biome-ignore lint/suspicious/noExplicitAny: fields of all value types stand side by side here; each value is checked by its own field's schema.
export type Fields = Readonly<Record<string, Field<any>>>;

/** What a register says of itself. */
export interface Register {
  /** As in addresses: `/en/<name>/<id>`. */
  readonly name: string;
  /** Rises when the meaning of a field changes. */
  readonly version: number;
  /** What kind of thing its records are, in the words of standards: `schema:Event`. */
  readonly means: readonly string[];
  readonly fields: Fields;
  /** The field that names the record. */
  readonly title: string;
  /** The field shown under the title in lists. */
  readonly summary: string;
  /** Fields that a good record has: their absence is counted and shown as a gap. */
  readonly expected: readonly string[];
  /** How often a record wants a fresh confirmation, in months. */
  readonly confirmEveryMonths: number;
  /** Of needs: within how many days answers are due, where a need does not say. */
  readonly answerWithinDays?: number;
  /** The steps that people can take with a record. */
  readonly workflow: Workflow;
  /** Whether the other countries that a record names are asked to confirm it. */
  readonly crossCheck: boolean;
}

/** A register whose fields are known to the type system. */
export type RegisterOf<F extends Fields> = Register & { readonly fields: F };

/** The values of a record: fields marked `needed` are there, others may be absent. */
export type ValuesOf<R> =
  R extends RegisterOf<infer F>
    ? { readonly [K in keyof F as F[K] extends Field<infer _, true> ? K : never]: ValueOf<F[K]> } & {
        readonly [K in keyof F as F[K] extends Field<infer _, true> ? never : K]?: ValueOf<F[K]>;
      }
    : never;

type ValueOf<F> = F extends Field<infer T> ? T : never;

type Declaration<F extends Fields> = Omit<Register, 'fields' | 'title' | 'summary' | 'expected'> & {
  readonly fields: F;
  readonly title: keyof F & string;
  readonly summary: keyof F & string;
  readonly expected: readonly (keyof F & string)[];
};

const fieldName = /^[a-z][A-Za-z]*$/;

/** Declares a register, and checks the declaration itself: a mistake stops the program at start and names the place. */
export function defineRegister<F extends Fields>(declaration: Declaration<F>): RegisterOf<F> {
  const { name, fields, title, summary, expected } = declaration;
  const wrong = (problem: string): never => {
    throw new TypeError(`Register "${name}": ${problem}`);
  };
  if (!fieldName.test(name)) wrong('its name must be one camelCase word');
  for (const field of Object.keys(fields)) {
    if (!fieldName.test(field)) wrong(`field "${field}" must be named in camelCase letters`);
    if (reserved.has(field)) wrong(`field "${field}" has a name that every record uses already`);
  }
  for (const field of [title, summary, ...expected]) {
    if (fields[field] === undefined) wrong(`"${field}" is not one of its fields`);
  }
  if (fields[title]?.needed !== true) wrong(`its title "${title}" must be needed`);
  return declaration;
}

/** Names of columns and members that stand beside the fields of every record. */
const reserved: ReadonlySet<string> = new Set([
  'id',
  'register',
  'revision',
  'address',
  'changedAt',
  'origin',
  'review',
  'standing',
  'more',
]);
