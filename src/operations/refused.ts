import { Fault } from '../kernel/fault.ts';
import type { Finding } from '../kernel/finding.ts';

/** A refusal that carries what was found, so that the door can show each finding at its field. */
export class Refused extends Fault {
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super('invalid', {
      count: findings.length,
      place: findings.map(({ path }) => path).join(', '),
      got: findings[0]?.params['got'] ?? '',
      right: findings[0]?.params['right'] ?? '…',
    });
    this.findings = findings;
  }
}
