import type { z } from 'zod';
import type { Finding, FindingCode } from '../kernel/finding.ts';
import type { Register } from '../registers/register.ts';
import { guessLanguages } from './internal/guess-languages.ts';

/** Values that the register accepts, with what was noticed on the way. */
export interface Checked {
  readonly values: Readonly<Record<string, unknown>>;
  readonly findings: readonly Finding[];
  /** False when a needed field is missing: then the record cannot stand. */
  readonly complete: boolean;
}

/**
 * The one checking engine, for every door. A value that does not hold is kept out with a finding that names its path,
 * what stands there and what would be right; everything else stays. In a list only the bad thing is left out.
 */
export function check(register: Register, incoming: Readonly<Record<string, unknown>>): Checked {
  const values: Record<string, unknown> = {};
  const findings: Finding[] = [];
  for (const [name, given] of Object.entries(incoming)) {
    const field = register.fields[name];
    if (field === undefined) {
      findings.push({ severity: 'warning', path: name, code: 'unknownColumn', params: { got: name } });
    } else if (given !== undefined && given !== null) {
      const kept = keepWhatHolds(field.schema, guessLanguages(given, name, findings), name, findings);
      if (kept !== undefined) values[name] = kept;
    }
  }
  checkSources(values, findings);
  let complete = true;
  for (const [name, field] of Object.entries(register.fields)) {
    if (!field.needed || values[name] !== undefined) continue;
    complete = false;
    if (!findings.some((finding) => finding.path === name && finding.severity === 'error')) {
      findings.push({ severity: 'error', path: name, code: 'missing', params: {} });
    }
  }
  return { values, findings, complete };
}

/** Each round leaves out what the schema names; a value of n parts needs at most n rounds, real ones one or two. */
function keepWhatHolds(schema: z.ZodType, given: unknown, name: string, findings: Finding[]): unknown {
  let value = given;
  for (let round = 0; round < 20; round += 1) {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues) findings.push(findingOf(issue, name, value));
    value = withoutIssues(value, result.error.issues);
    if (value === undefined) return undefined;
  }
  return undefined;
}

function findingOf(issue: z.core.$ZodIssue, name: string, value: unknown): Finding {
  const { code, params } = meaningOf(issue);
  const got = issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : shown(at(value, issue.path));
  return {
    severity: 'error',
    path: [name, ...issue.path.map(String)].join('.'),
    code,
    params: { ...params, ...(got === '' ? {} : { got }) },
  };
}

function meaningOf(issue: z.core.$ZodIssue): { code: FindingCode; params: Record<string, string | number> } {
  switch (issue.code) {
    case 'custom': {
      // Schemas of fields give `finding` and its words with each refusal of their own (fields/internal/schemas.ts).
      const { finding, ...params } = (issue.params ?? {}) as { finding?: FindingCode } & Record<
        string,
        string
      >;
      return { code: finding ?? 'invalid', params };
    }
    case 'too_big':
      return {
        code: issue.origin === 'number' ? 'badNumber' : 'tooLong',
        params: { limit: Number(issue.maximum) },
      };
    case 'too_small':
      return { code: issue.origin === 'number' ? 'badNumber' : 'missing', params: {} };
    case 'unrecognized_keys':
      return { code: 'unknownColumn', params: {} };
    case 'invalid_value':
      return { code: 'unknownCode', params: { right: issue.values.map(String).join(', ') } };
    case 'invalid_type':
      return { code: issue.expected === 'number' ? 'badNumber' : 'invalid', params: {} };
    default:
      return { code: 'invalid', params: {} };
  }
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  let here = value;
  for (const key of path)
    here = typeof here === 'object' && here !== null ? Reflect.get(here, key) : undefined;
  return here;
}

function shown(value: unknown): string {
  if (value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

/** A copy without the parts that issues point at; undefined when the whole value is at fault. */
function withoutIssues(value: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  if (issues.some((issue) => issue.path.length === 0 && issue.code !== 'unrecognized_keys')) return undefined;
  const copy: unknown = structuredClone(value);
  const paths = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => [...issue.path, key])
      : [existing(copy, issue.path)],
  );
  // From the back, so that positions in lists stay true.
  for (const path of paths.sort((a, b) => compare(b, a))) remove(copy, path);
  return copy;
}

/** A missing part cannot be left out: then what should have held it goes. */
function existing(value: unknown, path: readonly PropertyKey[]): readonly PropertyKey[] {
  return at(value, path) === undefined && path.length > 1 ? existing(value, path.slice(0, -1)) : path;
}

function compare(a: readonly PropertyKey[], b: readonly PropertyKey[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const [x, y] = [a[i], b[i]];
    if (typeof x === 'number' && typeof y === 'number' && x !== y) return x - y;
    if (String(x) !== String(y)) return String(x) < String(y) ? -1 : 1;
  }
  return a.length - b.length;
}

function remove(value: unknown, path: readonly PropertyKey[]): void {
  const last = path[path.length - 1];
  const holder = at(value, path.slice(0, -1));
  if (last === undefined || typeof holder !== 'object' || holder === null) return;
  if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else Reflect.deleteProperty(holder, last);
}

/** A figure that points at a source which the record does not list loses the pointer, not the figure. */
function checkSources(values: Record<string, unknown>, findings: Finding[]): void {
  const listed = Array.isArray(values['sources']) ? values['sources'].length : 0;
  for (const [name, value] of Object.entries(values)) {
    if (!Array.isArray(value)) continue;
    values[name] = value.map((item: unknown, position) => {
      if (typeof item !== 'object' || item === null || !('source' in item)) return item;
      if (typeof item.source !== 'number' || item.source < listed) return item;
      findings.push({
        severity: 'warning',
        path: `${name}.${position}.source`,
        code: 'noSuchSource',
        params: { got: item.source, limit: listed },
      });
      const { source: _, ...rest } = item;
      return rest;
    });
  }
}
