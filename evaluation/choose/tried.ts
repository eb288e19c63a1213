import { meanOf } from '../intervals.ts';

/** A candidate with its scores on texts for development. */
export interface Tried<T> {
  readonly candidate: T;
  readonly scores: Readonly<Record<string, number>>;
}

/** What decides: every kind of text counts alike. */
function scoreOf({ scores }: Pick<Tried<unknown>, 'scores'>): number {
  return meanOf(Object.values(scores));
}

/**
 * The candidate with the best mean; the first of equals.
 * @throws Error where nothing was tried.
 */
export function bestOf<T>(tried: readonly Tried<T>[]): Tried<T> {
  const [first, ...others] = tried;
  if (first === undefined) throw new Error('nothing was tried');
  return others.reduce((best, one) => (scoreOf(one) > scoreOf(best) ? one : best), first);
}

/** The candidates as a table in Markdown; the best and the one in use are marked. */
export function tableOfTried<T extends object>(tried: readonly Tried<T>[], inUse: T): string {
  const best = bestOf(tried);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const header = [...Object.keys(best.candidate), ...Object.keys(best.scores), 'mean', ''];
  const rows = tried.map((one) => [
    ...Object.values(one.candidate).map(String),
    ...[...Object.values(one.scores), scoreOf(one)].map((score) => score.toFixed(3)),
    [
      ...(one === best ? ['best'] : []),
      ...(JSON.stringify(one.candidate) === JSON.stringify(inUse) ? ['in use'] : []),
    ].join(', '),
  ]);
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
