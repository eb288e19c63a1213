import type { z } from 'zod';
import { parsedBy } from '../../fields/parsed-by.ts';
import type { Finding } from '../../kernel/finding.ts';
import { findingOf } from './finding-of.ts';
import { type Path, standsAt, without } from './without.ts';

/** What of a value holds. */
export interface Kept {
  /** Undefined when nothing of it holds. */
  readonly value: unknown;
  /** Of a list: at which position each kept thing came in. */
  readonly positions: readonly number[];
  readonly findings: readonly Finding[];
}

/** Findings told of one field; past them one more says that there are others. */
const mostFindings = 50;
/** Far above what a value needs: each round goes one holder up from what is at fault, and fields are four deep. */
const mostRounds = 20;

/**
 * Each round leaves out what the schema names, or what would have held it when it is missing, until the rest holds.
 * Of what a fault pulls along (its holder cannot stand without it) nothing more is said.
 */
export function keepWhatHolds(schema: z.ZodType, given: unknown, field: string): Kept {
  const findings: Finding[] = [];
  let value = given;
  let positions = Array.isArray(given) ? [...given.keys()] : [];
  for (let round = 0; round < mostRounds; round += 1) {
    const result = parsedBy(schema, value);
    if (result.success) return { value: result.data, positions, findings: limited(findings, field) };
    const told = findings.map(({ path }) => path);
    for (const issue of result.error.issues) {
      const path = [field, ...namedPath(issue.path, positions)].join('.');
      if (round > 0 && told.some((one) => one === path || one.startsWith(`${path}.`))) continue;
      findings.push(findingOf(issue, path, value));
    }
    const paths = result.error.issues.flatMap((issue) => pathsAtFault(value, issue));
    const rest = without(value, paths);
    positions = positions.filter((_, i) => !rest.gone.has(i));
    value = rest.value;
    if (value === undefined) break;
  }
  return { value: undefined, positions: [], findings: limited(findings, field) };
}

/** A part that is not there cannot be left out: then what should have held it goes. */
function pathsAtFault(value: unknown, issue: z.core.$ZodIssue): readonly Path[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...issue.path, key]);
  let path: Path = issue.path;
  while (path.length > 0 && !standsAt(value, path)) path = path.slice(0, -1);
  return [path];
}

function namedPath(path: Path, positions: readonly number[]): Path {
  const [first, ...rest] = path;
  return typeof first === 'number' ? [positions[first] ?? first, ...rest] : path;
}

function limited(findings: readonly Finding[], field: string): readonly Finding[] {
  if (findings.length <= mostFindings) return findings;
  const more: Finding = {
    severity: 'error',
    path: field,
    code: 'limitReached',
    params: { limit: mostFindings, got: findings.length },
  };
  return [...findings.slice(0, mostFindings), more];
}
