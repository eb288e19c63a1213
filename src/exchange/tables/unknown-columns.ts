import type { Finding } from '../../kernel/finding.ts';

/** Named one by one up to here; then only their number. */
const mostNamed = 20;

/** What nobody reads of a file, said once: attached to its first row. */
export function unknownColumns(names: readonly string[], known: readonly string[] = []): readonly Finding[] {
  const right = known.join(', ').slice(0, 500);
  const findings: Finding[] = names.slice(0, mostNamed).map((name) => ({
    severity: 'warning',
    path: '',
    place: name.slice(0, 100),
    code: 'unknownColumn',
    params: { got: name.slice(0, 100), ...(right === '' ? {} : { right }) },
  }));
  if (names.length <= mostNamed) return findings;
  const params = { limit: mostNamed, got: names.length };
  return [...findings, { severity: 'warning', path: '', code: 'limitReached', params }];
}
