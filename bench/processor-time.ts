import { existsSync, readFileSync } from 'node:fs';

/**
 * Milliseconds that the first thread of a process, this one unless said, has had of a processor (Linux, exact to less
 * than a microsecond); NaN elsewhere.
 */
export function processorMs(pid: number | 'self' = 'self'): number {
  const file = `/proc/${pid}/schedstat`;
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6 : Number.NaN;
}
