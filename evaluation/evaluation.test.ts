import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { allMeasures } from './all-measures.ts';
import { calibrationOf, type Judged, macroF1, yesNoAccuracy } from './classified.ts';
import { intervalOf, meanFigure } from './intervals.ts';
import { qualityPage, tableOf } from './quality-page.ts';
import { ranksOf } from './ranks.ts';

function judged(labels: readonly string[], scores: Readonly<Record<string, number>>): Judged {
  const list = Object.entries(scores).map(([label, probability]) => ({
    label,
    probability,
    fits: probability >= 0.5,
  }));
  const order = [...list].sort((a, b) => b.probability - a.probability).map(({ label }) => label);
  return { labels, scores: list, order };
}

describe('ranks', () => {
  it('count what scores higher; equal texts do not push one another back', () => {
    assert.deepEqual(
      ranksOf([
        [0.9, 0.1, 0.5],
        [0.8, 0.7, 0.9],
        [0.4, 0.4, 0.4],
      ]),
      [1, 3, 1],
    );
  });
});

describe('macro F1', () => {
  it('is one when every best guess is right, and the mean over labels otherwise', () => {
    const right = [judged(['a'], { a: 0.9, b: 0.1 }), judged(['b'], { a: 0.2, b: 0.8 })];
    assert.equal(macroF1(right, ['a', 'b']), 1);
    // Two of three a are found (precision 1, recall 2/3: F1 0.8); b is found with one wrong (1/2, 1: 2/3).
    const texts = [...right, judged(['a'], { a: 0.7, b: 0.1 }), judged(['a'], { a: 0.2, b: 0.6 })];
    assert.ok(Math.abs(macroF1(texts, ['a', 'b']) - (0.8 + 2 / 3) / 2) < 1e-9);
  });

  it('a label that no text has counts neither way', () => {
    assert.equal(macroF1([judged(['a'], { a: 1, b: 0, c: 0 })], ['a', 'b', 'c']), 1);
  });
});

describe('yes or no', () => {
  it('says half when every verdict is yes, and one when all are right', () => {
    const yes = [judged(['a'], { a: 0.9, b: 0.9 }), judged(['b'], { a: 0.9, b: 0.9 })];
    assert.equal(yesNoAccuracy(yes, ['a', 'b'], { hard: false }), 0.5);
    const right = [judged(['a'], { a: 0.9, b: 0.1 }), judged(['b'], { a: 0.2, b: 0.8 })];
    assert.equal(yesNoAccuracy(right, ['a', 'b'], { hard: false }), 1);
  });
});

describe('calibration', () => {
  it('is perfect where one in four texts of probability a quarter has the label', () => {
    const texts = [1, 2, 3, 4].map((n) => judged(n === 1 ? ['a'] : [], { a: 0.25 }));
    const { ece, brier } = calibrationOf(texts);
    assert.ok(ece < 1e-9);
    assert.ok(Math.abs(brier - 0.1875) < 1e-9);
  });
});

describe('intervals', () => {
  it('hold the mean, are the same for the same seed, and narrow with more cases', () => {
    const values = Array.from({ length: 400 }, (_, at) => at % 2);
    const many = meanFigure('many', values, 5).interval;
    const few = meanFigure('few', values.slice(0, 40), 5).interval;
    assert.deepEqual(meanFigure('many', values, 5).interval, many);
    assert.ok(many[0] < 0.5 && many[1] > 0.5);
    assert.ok(many[1] - many[0] < few[1] - few[0]);
    assert.deepEqual(
      intervalOf(3, 1, () => 7),
      [7, 7],
    );
  });
});

describe('the page of quality', () => {
  const page = readFileSync(new URL('../docs/reference/quality.md', import.meta.url), 'utf8');

  it('names every measure', () => {
    for (const { name, title } of allMeasures) {
      assert.ok(page.includes(`## ${title}`), `${name}: run "npm run evaluate"`);
      assert.ok(page.includes(`\`${name}\``), `${name}: run "npm run evaluate"`);
    }
  });

  it('says by how much an aim is missed', () => {
    const figure = { what: 'x', value: 0.8, n: 10, least: 0.85 };
    assert.match(tableOf([figure]), /\| x \| 0\.800 \| {2}\| 10 \| ≥ 0\.85 \| no, by 0\.050 \|/);
    assert.match(tableOf([{ ...figure, least: 0.8 }]), /\| yes \|/);
  });

  it('is written section by section: what was not measured again stays', () => {
    const [first, second] = allMeasures;
    assert.ok(first !== undefined && second !== undefined);
    const about = { seed: 3, measures: allMeasures };
    const figures = [{ what: 'x', value: 0.5, n: 10 }];
    const later = qualityPage('', { measure: second, figures }, about);
    const both = qualityPage(later, { measure: first, figures: [{ what: 'y', value: 0.25, n: 4 }] }, about);
    assert.ok(both.indexOf(`## ${first.title}`) < both.indexOf(`## ${second.title}`));
    assert.match(both, /\| y \| 0\.250 \|[\s\S]*\| x \| 0\.500 \|/);
    assert.equal(qualityPage(both, { measure: second, figures }, about), both);
  });
});
