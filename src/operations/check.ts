import type { Finding } from '../kernel/finding.ts';
import type { Register } from '../registers/register.ts';
import { checkPointers } from './internal/check-pointers.ts';
import { guessLanguages } from './internal/guess-languages.ts';
import { type Kept, keepWhatHolds } from './internal/keep-what-holds.ts';

/** Values that the register accepts, with what was noticed on the way. */
export interface Checked {
  readonly values: Readonly<Record<string, unknown>>;
  readonly findings: readonly Finding[];
  /** False when a needed field is missing: then the record cannot stand. */
  readonly complete: boolean;
}

/**
 * The one checking engine, for every door. A value that does not hold is kept out with a finding that names its path,
 * what stands there and what would be right; everything else stays. In a list only the bad thing is left out. Paths
 * name positions as they came in.
 */
export function check(register: Register, incoming: Readonly<Record<string, unknown>>): Checked {
  const kept = new Map<string, Kept>();
  const findings: Finding[] = [];
  for (const [name, given] of Object.entries(incoming)) {
    // Asked by own key: a column may be named like a member that every object has (`constructor`).
    const field = Object.hasOwn(register.fields, name) ? register.fields[name] : undefined;
    if (field === undefined) {
      findings.push({ severity: 'warning', path: name, code: 'unknownColumn', params: { got: name } });
    } else if (given !== undefined && given !== null) {
      const value = guessLanguages(given, name, findings);
      const held = keepWhatHolds(field.schema, value, name);
      findings.push(...held.findings);
      if (held.value !== undefined) kept.set(name, held);
    }
  }
  const values = checkPointers(kept, findings);
  const missing = Object.keys(register.fields).filter(
    (name) => register.fields[name]?.needed === true && values[name] === undefined,
  );
  for (const name of missing) {
    if (findings.some(({ path, severity }) => severity === 'error' && isWithin(path, name))) continue;
    findings.push({ severity: 'error', path: name, code: 'missing', params: {} });
  }
  return { values, findings, complete: missing.length === 0 };
}

function isWithin(path: string, field: string): boolean {
  return path === field || path.startsWith(`${field}.`);
}
