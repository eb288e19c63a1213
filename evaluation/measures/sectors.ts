import { classifierFrom } from '../../training/classifier/examples.ts';
import { sectorLabels, sectorTexts } from '../../training/classifier/sources.ts';
import { foldsOf } from '../../training/guards/folds.ts';
import { withoutOverlaps } from '../../training/guards/overlaps.ts';
import { officialSectorTexts } from '../../training/labelled/sector-texts.ts';
import { calibrationOf, judge, recallFigure } from '../classified.ts';
import { conceptsWithout } from '../concepts-without.ts';
import { meanFigure } from '../intervals.ts';
import type { Measure } from '../measure.ts';

const parts = 2;

/** Suggesting DAC sectors for activities of publishers from which nothing was learnt. */
export const sectors: Measure = {
  name: 'sectors',
  title: 'Suggesting sectors',
  about: `Activities of IATI files with the sectors (three digits) that their publishers gave; publishers are kept aside whole, one
half at a time, and no text that shares eight words in a row with one kept aside was learnt from. A guess is right when it is one of
the publisher's sectors. The few publishers of the open files differ much from one another, and some give one sector to all they
do: the figures are low for that, too.`,
  measure: async (tools) => {
    const texts = await sectorTexts();
    const { concepts } = conceptsWithout('sdg/indicators', tools);
    const folds = foldsOf(texts, { count: parts, seed: tools.seed });
    const official = officialSectorTexts(tools.aligned());
    const judged = Array.from({ length: parts }, (_, part) => {
      const kept = texts.filter((_, at) => folds[at] === part);
      const learnt = withoutOverlaps(
        texts.filter((_, at) => folds[at] !== part),
        kept,
      );
      tools.onStep(
        `sectors: part ${part + 1}, ${learnt.length} texts to learn from, ${kept.length} kept aside`,
      );
      const options = { labels: sectorLabels, concepts, seed: tools.seed, ungrouped: [], parts: 2 };
      return judge(classifierFrom(learnt, withoutOverlaps(official, kept), options), kept, concepts);
    }).flat();
    const { ece, brier } = calibrationOf(judged);
    return [
      recallFigure('first guess right', judged, 1, tools),
      recallFigure('recall@3', judged, 3, tools),
      meanFigure(
        'by the most frequent sector alone',
        judged.map(({ labels }) => (labels.includes('720') ? 1 : 0)),
        tools.seed,
      ),
      { what: 'calibration error (ECE)', value: ece, n: judged.length },
      { what: 'Brier score', value: brier, n: judged.length },
    ];
  },
};
