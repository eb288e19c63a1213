import { randomBytes } from 'node:crypto';
import type { StandardFinding } from '../../exchange/iati/check/standard-finding.ts';
import type { Clock } from '../../kernel/clock.ts';

/** A report as its reader may fetch it again: the findings, never the file. */
export interface ShelvedReport {
  readonly file: string;
  readonly findings: readonly StandardFinding[];
}

const lastsMs = 1_800_000;
/** Findings on the whole shelf: some 100 MB at the very most. */
const room = 200_000;

/** Reports for a while, each under a name that nobody guesses; the oldest leave first. */
export class ReportShelf {
  readonly #clock: Clock;
  readonly #reports = new Map<string, ShelvedReport & { readonly at: number }>();
  #findings = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  put(report: ShelvedReport): string {
    const key = randomBytes(16).toString('base64url');
    this.#reports.set(key, { ...report, at: this.#clock.now().getTime() });
    this.#findings += report.findings.length;
    this.#clear();
    return key;
  }

  find(key: string): ShelvedReport | undefined {
    this.#clear();
    return this.#reports.get(key);
  }

  #clear(): void {
    const now = this.#clock.now().getTime();
    for (const [key, { at, findings }] of this.#reports) {
      if (now - at < lastsMs && this.#findings <= room) return;
      this.#reports.delete(key);
      this.#findings -= findings.length;
    }
  }
}
