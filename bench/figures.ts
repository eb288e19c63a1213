import { appendFileSync } from 'node:fs';

/** One thing that was measured, as people are told of it: all in words, with units. */
export interface Figure {
  readonly what: string;
  readonly measured: string;
  /** What it was measured against in the same run; `none` where there is nothing to hold it against. */
  readonly yardstick: string;
  /** Ours to the yardstick's; empty where there is none. */
  readonly ratio: string;
  readonly goal: string;
  readonly met: boolean;
}

/** Names the file to which `tell` adds a line a figure; unset where a benchmark is run by itself. */
export const figuresFile = 'SOUTHBRIDGE_FIGURES';

/** Prints a figure, and hands it on to whoever runs all benchmarks. */
export function tell(figure: Figure): void {
  const { what, measured, yardstick, ratio, goal, met } = figure;
  const against = ratio === '' ? '' : `; ${ratio} × ${yardstick}`;
  console.log(`${what}: ${measured}${against}; goal ${goal} ${met ? 'kept' : 'MISSED'}`);
  const file = process.env[figuresFile];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(figure)}\n`);
}

/** Where and when figures were measured. */
export interface Circumstances {
  readonly day: string;
  readonly cores: number;
  readonly processor: string;
  readonly node: string;
  /** Mean number of processes that wanted to run, at the beginning and at the end. */
  readonly load: readonly [number, number];
}

/** The page that shows the figures of a whole run, those that miss their goals among them. */
export function figuresPage(
  { day, cores, processor, node, load }: Circumstances,
  benches: readonly (readonly [bench: string, figures: readonly Figure[]])[],
): string {
  const all = benches.flatMap(([, figures]) => figures);
  const missed = all.filter(({ met }) => !met);
  const parts = benches
    .filter(([, figures]) => figures.length > 0)
    .map(([bench, figures]) => `## ${bench}\n\n${tableOf(figures)}`);
  return `# Figures

Written by \`npm run bench\` on ${day}: ${cores} processors (${processor}), Node ${node}, load ${load.map((one) => one.toFixed(1)).join(' at the beginning, ')} at the end. Ratios are to a yardstick in the same run and say more than times, which depend on the machine and on what else it does. ${all.length} figures, ${missed.length} of them miss their goal.

${parts.join('\n')}`;
}

function tableOf(figures: readonly Figure[]): string {
  const head = '| What | Measured | Yardstick | Ratio | Goal | |\n|---|---|---|---|---|---|\n';
  const lines = figures.map(({ what, measured, yardstick, ratio, goal, met }) =>
    [what, measured, yardstick, ratio, goal, met ? 'kept' : '**missed**'].map(cell).join(''),
  );
  return `${head}${lines.map((line) => `${line}|\n`).join('')}`;
}

function cell(text: string): string {
  return `| ${text.replaceAll('|', '\\|')} `;
}
