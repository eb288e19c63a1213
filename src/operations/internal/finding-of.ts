import type { z } from 'zod';
import type { Finding, FindingCode } from '../../kernel/finding.ts';
import { partAt } from './without.ts';

/** Longest piece of a value that a finding repeats, in characters. */
const longestShown = 200;

/** What a schema refused, as a finding in the words of the house. */
export function findingOf(issue: z.core.$ZodIssue, path: string, value: unknown): Finding {
  const there = partAt(value, issue.path);
  const { code, params } = there === undefined && issue.code === 'invalid_type' ? absent : meaningOf(issue);
  const got = issue.code === 'unrecognized_keys' ? cut(issue.keys.join(', ')) : shown(there);
  return { severity: 'error', path, code, params: { ...params, ...(got === '' ? {} : { got }) } };
}

interface Meaning {
  readonly code: FindingCode;
  readonly params: Record<string, string | number>;
}

const absent: Meaning = { code: 'missing', params: {} };

function meaningOf(issue: z.core.$ZodIssue): Meaning {
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

/** A value in few characters; what cannot be written (nested past all sense) is not repeated. */
function shown(value: unknown): string {
  if (typeof value === 'string') return cut(value);
  try {
    return cut(JSON.stringify(value) ?? '');
  } catch {
    return '…';
  }
}

function cut(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}
