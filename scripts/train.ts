// Learns the weights of content/weights from the shared data set (SOUTHBRIDGE_TEST_DATA); the same seed gives the same bytes.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packConcepts } from '../src/language/concepts/concept-weights.ts';
import { allAligned } from '../training/aligned/all-aligned.ts';
import { learnConcepts } from '../training/concepts/learn-concepts.ts';

const seed = 20_261_128;
const folder = fileURLToPath(new URL('../content/weights/', import.meta.url));
const begun = performance.now();

function step(words: string): void {
  const seconds = ((performance.now() - begun) / 1000).toFixed(1).padStart(6);
  console.log(`${seconds} s  ${words}`);
}

function write(name: string, bytes: Uint8Array): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), bytes);
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  step(`written: ${name}, ${(bytes.length / 1e6).toFixed(2)} MB, sha256 ${digest}…`);
}

step(`seed ${seed}`);
const texts = allAligned();
step(`${texts.length} aligned texts`);
write(
  'concepts.bin',
  packConcepts(learnConcepts(texts, { seed, dimensions: 128, onStep: (what) => step(`concepts: ${what}`) })),
);
