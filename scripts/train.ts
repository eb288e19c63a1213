// Learns the weights of content/weights from the shared data set (SOUTHBRIDGE_TEST_DATA); the same seed gives the same bytes.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packConcepts } from '../src/language/concepts/concept-weights.ts';
import { openConcepts } from '../src/language/concepts/open-concepts.ts';
import { packClassifier } from '../src/language/suggest/classifier-weights.ts';
import { allAligned } from '../training/aligned/all-aligned.ts';
import { cardOf, type WrittenFile } from '../training/card.ts';
import { classifierFrom } from '../training/classifier/examples.ts';
import {
  goalLabels,
  goalTexts,
  sectorLabels,
  sectorTexts,
  ungroupedGoalSources,
} from '../training/classifier/sources.ts';
import { conceptDimensions, learnConcepts } from '../training/concepts/learn-concepts.ts';
import { officialGoalTexts } from '../training/labelled/goal-texts.ts';
import { officialSectorTexts } from '../training/labelled/sector-texts.ts';
import { seed } from '../training/seed.ts';

const folder = fileURLToPath(new URL('../content/weights/', import.meta.url));
const begun = performance.now();
const written: WrittenFile[] = [];

function step(words: string): void {
  const seconds = ((performance.now() - begun) / 1000).toFixed(1).padStart(6);
  console.log(`${seconds} s  ${words}`);
}

function write(name: string, bytes: Uint8Array): void {
  writeFileSync(join(folder, name), bytes);
  const digest = createHash('sha256').update(bytes).digest('hex');
  written.push({ name, size: bytes.length, digest });
  step(`written: ${name}, ${(bytes.length / 1e6).toFixed(2)} MB, sha256 ${digest.slice(0, 16)}…`);
}

mkdirSync(folder, { recursive: true });
step(`seed ${seed}`);
const aligned = allAligned();
step(`${aligned.length} aligned texts`);
const onStep = (what: string): void => step(`concepts: ${what}`);
const bytes = packConcepts(learnConcepts(aligned, { seed, dimensions: conceptDimensions, onStep }));
write('concepts.bin', bytes);
const concepts = openConcepts(bytes);

const aboutGoals = goalTexts();
step(`${aboutGoals.length} texts with goals`);
write(
  'goals.bin',
  packClassifier(
    classifierFrom(aboutGoals, officialGoalTexts(aligned), {
      labels: goalLabels,
      concepts,
      seed,
      ungrouped: ungroupedGoalSources,
      onStep: (what) => step(`goals: ${what}`),
    }),
  ),
);

const aboutSectors = await sectorTexts();
step(`${aboutSectors.length} texts with sectors`);
write(
  'sectors.bin',
  packClassifier(
    classifierFrom(aboutSectors, officialSectorTexts(aligned), {
      labels: sectorLabels,
      concepts,
      seed,
      ungrouped: [],
      onStep: (what) => step(`sectors: ${what}`),
    }),
  ),
);

const card = cardOf({ seed, files: written, aligned, labelled: [...aboutGoals, ...aboutSectors] });
writeFileSync(join(folder, 'CARD.md'), card);
step('written: CARD.md');
