import { agreementOf } from './agreement.ts';
import { firstJudge, secondJudge } from './needs.ts';
import { needFigures } from './needs-measure.ts';
import { partnerFigures } from './partner-links.ts';
import { type Row, rowOf } from './statistics.ts';

/** Needs to practices, on the half that was kept apart, beside plain words. Undefined where the shared data are absent. */
export async function measureNeeds(): Promise<readonly Row[] | undefined> {
  const figures = await needFigures(['test', 'blind']);
  const ofWays = figures?.flatMap(({ way: asked, half, needs, ndcg10, recall20, judged10 }) => {
    const way = half === 'test' ? asked : `blind needs, ${asked}`;
    return [
      rowOf(`${way}: nDCG@10`, ndcg10, needs, way === 'who has solved this' ? 0.65 : undefined),
      rowOf(`${way}: recall@20 of what was pooled`, recall20, needs),
      { what: `${way}: share of the first ten that was judged`, value: judged10, n: needs },
    ];
  });
  return ofWays && [...ofWays, ...ofJudges()];
}

/** How far two judges agree on what both graded, of either half. */
function ofJudges(): readonly Row[] {
  const { pairs, same, within1, linear, quadratic, stricter } = agreementOf(firstJudge, secondJudge);
  return [
    rowOf('two judges: same grade', same, pairs),
    rowOf('two judges: at most one grade apart', within1, pairs),
    rowOf('two judges: κ, linear weights', linear, pairs),
    rowOf('two judges: κ, quadratic weights', quadratic, pairs),
    rowOf('two judges: first’s grade minus second’s, mean', stricter, pairs),
  ];
}

/** New links of Southern providers, split by time, existing links left out. Undefined where the shared data are absent. */
export function measurePartners(): readonly Row[] | undefined {
  const figures = partnerFigures();
  if (figures === undefined) return undefined;
  const { ways, cases, prevalence } = figures;
  const chance: Row = { what: 'by chance: share of new links', value: prevalence, n: cases };
  return [
    chance,
    ...Object.entries(ways).flatMap(([way, { averagePrecision, precisionAt10 }]) => [
      rowOf(`${way}: average precision`, averagePrecision, cases),
      rowOf(`${way}: precision@10`, precisionAt10, cases),
    ]),
  ];
}
