import { type Layer, layers, type StandardFinding } from './standard-finding.ts';

/** How many findings there are of each severity. */
export interface Counts {
  readonly errors: number;
  readonly warnings: number;
}

/** Findings as they come: counted all, kept up to a limit, so that a file with a million mistakes fills no memory. */
export class FindingReport {
  readonly kept: StandardFinding[] = [];
  readonly #limit: number;
  readonly #counts = new Map<Layer, { errors: number; warnings: number }>(
    layers.map((layer) => [layer, { errors: 0, warnings: 0 }]),
  );

  /** @param limit findings that are kept; the rest is only counted. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  readonly add = (finding: StandardFinding): void => {
    const counts = this.#counts.get(finding.layer);
    if (counts !== undefined) counts[finding.severity === 'error' ? 'errors' : 'warnings'] += 1;
    if (this.kept.length < this.#limit) this.kept.push(finding);
  };

  get total(): number {
    return this.all.errors + this.all.warnings;
  }

  get all(): Counts {
    const counts = [...this.#counts.values()];
    return {
      errors: counts.reduce((sum, { errors }) => sum + errors, 0),
      warnings: counts.reduce((sum, { warnings }) => sum + warnings, 0),
    };
  }

  byLayer(): Readonly<Record<Layer, Counts>> {
    const { structure, rule, codelist } = Object.fromEntries(this.#counts);
    const none = { errors: 0, warnings: 0 };
    return { structure: structure ?? none, rule: rule ?? none, codelist: codelist ?? none };
  }
}
