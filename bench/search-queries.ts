import { shownFacets } from '../src/fields/facet.ts';
import type { IndexQuery } from '../src/operations/ports.ts';
import { englishWord } from './corpus.ts';
import { percentilesOf, shown } from './percentiles.ts';
import { processorMs } from './processor-time.ts';

/** The searches that are timed: the page a reader sees, 20 hits and exact counts of the eight facets. */
export interface NamedQuery {
  readonly name: string;
  readonly query: IndexQuery;
}

const page: IndexQuery = {
  words: '',
  lang: 'en',
  filters: {},
  sort: 'best',
  offset: 0,
  limit: 20,
  count: shownFacets,
};
const [one, two, three, rare] = [0, 1, 4, 9000].map(englishWord);
const filters = { provider: ['provider-0', 'provider-1'], sector: ['sector-0'] };

export const queries: readonly NamedQuery[] = [
  { name: 'two common words, best', query: { ...page, words: `${one} ${two}` } },
  { name: 'two common words, newest', query: { ...page, words: `${one} ${two}`, sort: 'newest' } },
  { name: 'one common word, best', query: { ...page, words: `${one}` } },
  { name: 'common word, two filters', query: { ...page, words: `${three}`, filters } },
  { name: 'rare word', query: { ...page, words: `${rare}` } },
  { name: 'filters only', query: { ...page, filters } },
  { name: 'everything', query: page },
  { name: 'phrase', query: { ...page, words: `"${one} ${two}"` } },
  { name: 'word being typed', query: { ...page, words: 'coba', typing: true } },
];

export interface Times {
  readonly p50: number;
  readonly p95: number;
  /** Of a processor, the mean: what others do on the machine slows a search, but is hardly counted here. */
  readonly processor: number;
}

/** Milliseconds of many runs, after a few that are not counted. */
export function timed(run: () => void, runs = 60): Times {
  for (let i = 0; i < 5; i += 1) run();
  const before = processorMs();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  const processor = (processorMs() - before) / runs;
  const { p50, p95 } = percentilesOf(times);
  return { p50, p95, processor };
}

/** As people are told of it. */
export function toldTimes({ p50, p95, processor }: Times): string {
  return `p50 ${shown(p50)} ms, p95 ${shown(p95)} ms, ${shown(processor)} ms of a processor`;
}

export function printTable(rows: readonly (readonly (string | number)[])[]): void {
  for (const [name = '', ...cells] of rows) {
    const shown = cells.map((cell) => (typeof cell === 'number' ? figure(cell) : cell).padStart(12));
    console.log(String(name).padEnd(28) + shown.join(''));
  }
}

function figure(value: number): string {
  return Number.isInteger(value) ? value.toLocaleString('en') : value.toFixed(value < 10 ? 2 : 1);
}
