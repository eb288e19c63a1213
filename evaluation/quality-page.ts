import type { Figure, Measure } from './measure.ts';

export interface Measured {
  readonly measure: Measure;
  readonly figures: readonly Figure[];
}

interface About {
  readonly seed: number;
  /** All measures, in the order of the page. */
  readonly measures: readonly Measure[];
}

/** The page `docs/reference/quality.md` with one section written anew; the others stay as they were measured. */
export function qualityPage(
  before: string,
  { measure, figures }: Measured,
  { seed, measures }: About,
): string {
  const headOf = ({ name, about }: Measure): string => `\`${name}\`. ${about}`;
  const sections = measures.map((one) => {
    const kept =
      one.name === measure.name
        ? `${headOf(one)}\n\n${tableOf(figures)}`
        : (sectionIn(before, one.title) ?? `${headOf(one)}\n\n${notYet}`);
    return `## ${one.title}\n\n${kept}`;
  });
  return `# Quality

<!-- Written by \`npm run evaluate\`. -->

How well suggestions and finding across languages do on texts from which nothing was learnt. Seed ${seed}; intervals hold
95 of 100 such samples (bootstrap over texts).

What is kept aside is dealt by the seed to a half for development, on which settings are compared (docs/reference/learning-settings.md),
and one for the test, which alone is reported on: goals, sectors of three digits, topics of messages, countries, publishers and
copies are never divided. Half as many texts make wider intervals. Settings in use are the best on the halves for development, as
are by hand the length of vectors, what a word counts that stands in for one that is not known, what Chinese characters count, and
the points of matches (docs/decisions/0024 and 0025). What this does not undo: our glossary and our list of words of the field were
written before there were halves, after a look at figures of all texts. Terms of either, and titles of our own records, that stand
in a text kept aside are not learnt from here.

${sections.join('\n\n')}
`;
}

/** Stands where a measure has no figures yet. */
const notYet = 'Not measured yet.';

function sectionIn(page: string, title: string): string | undefined {
  const start = page.indexOf(`## ${title}\n`);
  if (start < 0) return undefined;
  const next = page.indexOf('\n## ', start);
  return page
    .slice(start, next < 0 ? undefined : next)
    .replace(/^.*\n/, '')
    .trim();
}

/** The same for a screen. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, value, n, interval, least, most }) => [
    what,
    value.toFixed(3),
    interval === undefined ? '' : `${interval[0].toFixed(3)} – ${interval[1].toFixed(3)}`,
    `${n}`,
    least === undefined ? (most === undefined ? '' : `≤ ${most}`) : `≥ ${least}`,
    verdict({ value, ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) }),
  ]);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const header = ['What', 'Value', '95 %', 'n', 'Aim', 'Reached'];
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

function verdict({ value, least, most }: Pick<Figure, 'value' | 'least' | 'most'>): string {
  if (least === undefined && most === undefined) return '';
  const gap = least === undefined ? (most ?? 0) - value : value - least;
  return gap >= 0 ? 'yes' : `no, by ${(-gap).toFixed(3)}`;
}
