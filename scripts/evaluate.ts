// Measures the quality of suggestions and finding, prints a table and writes docs/reference/quality.md. Names of measures
// after the command measure these alone: the other sections of the page stay as they are.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { allMeasures } from '../evaluation/all-measures.ts';
import { qualityPage, tableOf } from '../evaluation/quality-page.ts';
import type { AlignedText } from '../training/aligned/aligned-text.ts';
import { allAligned } from '../training/aligned/all-aligned.ts';
import { seed } from '../training/seed.ts';

const page = fileURLToPath(new URL('../docs/reference/quality.md', import.meta.url));
const asked = process.argv.slice(2);
const begun = performance.now();
let known: readonly AlignedText[] | undefined;
const tools = {
  seed,
  aligned: () => {
    known ??= allAligned();
    return known;
  },
  onStep: (step: string) => {
    console.error(`${((performance.now() - begun) / 1000).toFixed(1).padStart(6)} s  ${step}`);
  },
};

console.log(`seed ${seed}`);
for (const measure of allMeasures) {
  if (asked.length > 0 && !asked.includes(measure.name)) continue;
  const figures = await measure.measure(tools);
  console.log(`\n${measure.title}\n${tableOf(figures)}`);
  const before = existsSync(page) ? readFileSync(page, 'utf8') : '';
  writeFileSync(page, qualityPage(before, { measure, figures }, { seed, measures: allMeasures }));
}
