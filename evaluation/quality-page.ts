import type { Figure, Measure } from './measure.ts';

export interface Measured {
  readonly measure: Measure;
  readonly figures: readonly Figure[];
}

/** The page `docs/reference/quality.md`. */
export function qualityPage(measured: readonly Measured[], seed: number): string {
  const sections = measured.map(
    ({ measure, figures }) => `## ${measure.title}

\`${measure.name}\`. ${measure.about}

${tableOf(figures)}`,
  );
  return `# Quality

<!-- Written by \`npm run evaluate\`. -->

How well suggestions and finding across languages do on texts from which nothing was learnt. Seed ${seed}; intervals hold
95 of 100 such samples (bootstrap over texts). Nothing was tuned on the texts kept aside here.

${sections.join('\n\n')}
`;
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
