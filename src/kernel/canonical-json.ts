import { hash } from 'node:crypto';

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/** JSON with sorted keys and no absent members (after RFC 8785), so that equal values have equal text. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`;
  // The members are looked up by keys that the object itself gave.
  const object = value as Readonly<Record<string, unknown>>;
  let members = '';
  // Sorted by UTF-16 code units, as RFC 8785 has it.
  for (const key of Object.keys(object).sort()) {
    const member = object[key];
    if (member === undefined) continue;
    members += `${members === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return `{${members}}`;
}

/** Of the text in UTF-8; 64 hex digits in small letters. */
export function sha256(text: string): string {
  return hash('sha256', text);
}
