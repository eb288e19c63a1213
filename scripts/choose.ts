// Compares settings of learning on texts for development alone, prints the tables and writes docs/reference/learning-settings.md.
// The settings in use stand in training/: whoever changes them there trains and evaluates again. Names after the command
// (`mixing`, `goals`) compare these alone: the other section stays as it was.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { trySettings } from '../evaluation/choose/goal-settings.ts';
import { tryMixings } from '../evaluation/choose/mixing.ts';
import { type Comparison, settingsPage } from '../evaluation/choose/settings-page.ts';
import { tableOfTried } from '../evaluation/choose/tried.ts';
import { allAligned } from '../training/aligned/all-aligned.ts';
import { chosenSettings } from '../training/classifier/examples.ts';
import { chosenMixing } from '../training/concepts/language-weights.ts';
import { seed } from '../training/seed.ts';

const page = fileURLToPath(new URL('../docs/reference/learning-settings.md', import.meta.url));
const asked = process.argv.slice(2);
const aligned = allAligned();
const tools = { seed, aligned: () => aligned, onStep: (step: string) => console.error(step) };
const tables: Readonly<Record<Comparison, () => string>> = {
  mixing: () => tableOfTried(tryMixings(tools), chosenMixing),
  goals: () => tableOfTried(trySettings(tools), chosenSettings),
};

for (const name of ['mixing', 'goals'] as const) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const table = tables[name]();
  console.log(`\n${table}`);
  const before = existsSync(page) ? readFileSync(page, 'utf8') : '';
  writeFileSync(page, settingsPage(before, { [name]: table }, seed));
}
