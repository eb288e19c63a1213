import { measureNeeds, measurePartners } from '../matching-measures.ts';
import type { Measure } from '../measure.ts';
import type { Row } from '../statistics.ts';

/** Who has solved this, asked with needs of our own, beside plain word search. */
export const needsToPractices: Measure = {
  name: 'needs-to-practices',
  title: 'From a need to practices',
  about: `28 needs in seven languages, on which no weight was set, asked of 5,906 practices, activities and organisations; grades from 0 to 3.
The first judge's grade counts where two judged. What the first had not judged of the first ten of any way, the second did, with no
place, way or grade shown; and 150 pairs of the first's of either half, drawn by a seed, to tell how far the two agree: last rows.
Half of these plainly answer nothing, so κ flatters; the second is the stricter (above nought in the last row). Both are of this
project: κ tells how alike they read the scale, not what a ministry would say. Needs, the first's grades and the first list of
words of the field have one author, and that list was written after first pools had been looked at, those of these needs too: it
may favour them. Blind needs are for development: their author had seen neither other needs nor lists, the authors of the longer
lists and of the phrases no need; but points and shares were looked at on them, so they are no test. Needs are whole sentences, so a search for all
their words finds nothing. \`evaluation/needs/README.md\` says how it was judged.`,
  measure: async ({ onStep }) => {
    onStep('needs: asked in four ways');
    return present(await measureNeeds());
  },
};

/** Partners, beside those that gravity and popularity name. */
export const partnerLinks: Measure = {
  name: 'partner-links',
  title: 'New links between partners',
  about: `Recipients of Southern providers in the flows of the OECD: reckoned from three years up to a cut (2014, 2015, 2016), found in the
three after it; links that were there are no candidates. A case is a provider at a cut with at least one new link. The cases are
few, and the points of suggestions were changed once after results on these same links had been seen.`,
  measure: async () => present(measurePartners()),
};

/** The figures of a measure, or a refusal that leaves its section of the page as it was. */
function present(rows: readonly Row[] | undefined): readonly Row[] {
  if (rows === undefined) throw new Error('The shared data are not there: nothing to measure on.');
  return rows;
}
