import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packConcepts } from '../../src/language/concepts/concept-weights.ts';
import { openConcepts } from '../../src/language/concepts/open-concepts.ts';
import { ownMessages, vocabularyNames } from '../aligned/own-words.ts';
import { learnConcepts } from './learn-concepts.ts';

const texts = [...vocabularyNames(), ...ownMessages().slice(0, 300)];

test('the same texts and seed give the same bytes, another seed others', () => {
  const bytes = (seed: number) => packConcepts(learnConcepts(texts, { seed, dimensions: 16 }));
  const once = bytes(7);
  assert.deepEqual(bytes(7), once);
  assert.notDeepEqual(bytes(8), once);
});

test('names of sectors in seven languages are enough to find one by its name in another language', () => {
  const concepts = openConcepts(packConcepts(learnConcepts(texts, { seed: 7, dimensions: 48 })));
  const names = vocabularyNames().filter(({ id }) => /sector\/\d{3}$/.test(id));
  const english = names.map(({ texts: said }) => concepts.vectorOf(said.en ?? '', 'en'));
  for (const lang of ['fr', 'ar', 'zh', 'pt'] as const) {
    const found = names.filter(({ texts: said }, at) => {
      const asked = concepts.vectorOf(said[lang] ?? '', lang);
      const scores = english.map((vector) =>
        asked.reduce((sum, part, d) => sum + part * (vector[d] ?? 0), 0),
      );
      return scores.filter((score) => score > (scores[at] ?? 0)).length < 3;
    });
    assert.ok(found.length >= names.length * 0.9, `${lang}: ${found.length} of ${names.length}`);
  }
});
