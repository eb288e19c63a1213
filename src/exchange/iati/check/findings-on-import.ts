import type { Finding } from '../../../kernel/finding.ts';
import type { StandardFinding } from './standard-finding.ts';

/** Findings of the standard that a verdict lists; a record with more has one thing wrong with it many times. */
const mostListed = 30;

/** Findings to be asked for of a record: one more than is listed tells that there are more. */
export const mostAsked: number = mostListed + 1;

/**
 * What the standard says of a record, as an import tells it. What is read of the record is judged by the fields
 * themselves, so nothing that is said here keeps a value out: an error asks for a look, a warning informs.
 */
export function onImport(findings: readonly StandardFinding[]): readonly Finding[] {
  const listed = findings.slice(0, mostListed).map(
    ({ record: _, severity, ...finding }): Finding => ({
      ...finding,
      severity: severity === 'error' ? 'warning' : 'note',
    }),
  );
  if (findings.length <= mostListed) return listed;
  const rest: Finding = { severity: 'note', path: '', code: 'limitReached', params: { limit: mostListed } };
  return [...listed, rest];
}
