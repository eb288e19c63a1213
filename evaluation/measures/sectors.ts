import { classifierFrom } from '../../training/classifier/examples.ts';
import { sectorLabels, sectorTexts } from '../../training/classifier/sources.ts';
import { withoutOverlaps } from '../../training/guards/overlaps.ts';
import { officialSectorTexts } from '../../training/labelled/sector-texts.ts';
import { calibrationOf, judge, recallFigure } from '../classified.ts';
import { conceptsWithout } from '../concepts-without.ts';
import { labelledHalves } from '../halves.ts';
import { meanFigure } from '../intervals.ts';
import type { Measure } from '../measure.ts';

/** Suggesting DAC sectors for activities of publishers from which nothing was learnt. */
export const sectors: Measure = {
  name: 'sectors',
  title: 'Suggesting sectors',
  about: `Activities of IATI files with the sectors (three digits) that their publishers gave. Publishers are dealt whole to three
parts: the half for the test, reported here; the half for development; and one that is only learnt from. Learnt from the other two,
without any text that shares eight words in a row with one of the test. A guess is right when it is one of the publisher's sectors.
The few publishers of the open files differ much from one another, and some give one sector to all they do: the figures are low for
that, too.`,
  measure: async (tools) => {
    const { test, development, onlyLearnt } = labelledHalves(await sectorTexts(), tools.seed);
    const { concepts } = conceptsWithout('sdg/indicators', tools);
    const learnt = withoutOverlaps([...development, ...onlyLearnt], test);
    tools.onStep(`sectors: ${learnt.length} texts to learn from, ${test.length} kept aside`);
    const official = withoutOverlaps(officialSectorTexts(tools.aligned()), test);
    const options = { labels: sectorLabels, concepts, seed: tools.seed, ungrouped: [], parts: 2 };
    const judged = judge(classifierFrom(learnt, official, options), test, concepts);
    const commonest = mostFrequent(learnt.flatMap(({ labels }) => labels));
    const { ece, brier } = calibrationOf(judged);
    return [
      recallFigure('first guess right', judged, 1, tools),
      recallFigure('recall@3', judged, 3, tools),
      meanFigure(
        'by the sector that is commonest in what was learnt from',
        judged.map(({ labels }) => (labels.includes(commonest) ? 1 : 0)),
        tools.seed,
      ),
      { what: 'calibration error (ECE)', value: ece, n: judged.length },
      { what: 'Brier score', value: brier, n: judged.length },
    ];
  },
};

function mostFrequent(labels: readonly string[]): string {
  const counted = [...Map.groupBy(labels, (label) => label)];
  return counted.reduce((best, one) => (one[1].length > best[1].length ? one : best), ['', []])[0];
}
