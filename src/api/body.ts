import type { Context } from 'hono';
import type { z } from 'zod';
import { parsedBy } from '../fields/parsed-by.ts';
import { Fault } from '../kernel/fault.ts';
import type { Finding } from '../kernel/finding.ts';
import { Refused } from '../operations/refused.ts';

/** Largest body that is taken over the API, in bytes. */
export const bodyBytes = 1_000_000;

/** So many levels may stand within each other. */
const deepest = 60;

/** Longest piece of a value that a refusal repeats, in characters. */
const longestShown = 200;

/**
 * What a program sent, checked.
 * @throws Fault `unknownFormat` unless it says that it sends JSON, `tooDeep`, `notWellFormed`, `Refused` naming each wrong member.
 */
export async function bodyOf<T>(context: Context, schema: z.ZodType<T>, anyType: boolean): Promise<T> {
  const type = context.req.header('content-type') ?? '';
  if (!anyType && !/^application\/json\s*(;|$)/i.test(type)) {
    throw new Fault('unknownFormat', {
      file: type === '' ? '…' : type.slice(0, 100),
      right: 'application/json',
    });
  }
  const text = await context.req.text();
  refuseDeep(text);
  const value = parsed(text);
  const read = parsedBy(schema, value);
  if (read.success) return read.data;
  throw new Refused(read.error.issues.map((issue) => findingOf(issue, value)));
}

/** Nothing that we take is deeper; whatever walks through a value may then do so level by level. @throws Fault `tooDeep`. */
function refuseDeep(text: string): void {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at];
    if (mark === '"') quoted = !quoted;
    else if (quoted && mark === '\\') at += 1;
    else if (quoted) continue;
    else if (mark === '[' || mark === '{') depth += 1;
    else if (mark === ']' || mark === '}') depth -= 1;
    if (depth > deepest) throw new Fault('tooDeep', { file: 'JSON', place: 'body', limit: deepest });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Fault('notWellFormed', { file: 'JSON', place: 'body', got: 'JSON' });
  }
}

/** What a schema refused, in codes and values: no sentence of the library's own. */
function findingOf(issue: z.core.$ZodIssue, body: unknown): Finding {
  const there = issue.path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    body,
  );
  const path = issue.path.map(String).join('.');
  if (there === undefined) return { severity: 'error', path, code: 'missing', params: {} };
  const got = issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : (JSON.stringify(there) ?? '');
  return {
    severity: 'error',
    path,
    code: 'invalid',
    params: { got: got.slice(0, longestShown), right: rightFor(issue) },
  };
}

function rightFor(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return issue.values.map(String).join(', ');
    case 'too_big':
      return `≤ ${issue.maximum}`;
    case 'too_small':
      return `≥ ${issue.minimum}`;
    default:
      return '/openapi.json';
  }
}
