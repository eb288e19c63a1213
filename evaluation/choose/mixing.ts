import type { Concepts } from '../../src/language/concepts/open-concepts.ts';
import type { Mixing } from '../../training/concepts/language-weights.ts';
import { learntWithout, mixedBy } from '../concepts-without.ts';
import { halvesOf, kinOf } from '../halves.ts';
import { meanOf } from '../intervals.ts';
import type { Tools } from '../measure.ts';
import { isSentence, ranksAcross } from '../measures/across-languages.ts';
import { describedCodes, foundByNames } from '../measures/names-to-descriptions.ts';
import { reciprocal } from '../ranks.ts';
import type { Tried } from './tried.ts';

const shares = [0.3, 0.5, 0.7, 0.9];
const powers = [0.25, 0.5, 0.75];

/**
 * Tries every pair of share and power on the halves for development: texts of these halves ask, and only they are there
 * to be found. Scores are MRR, averaged over languages.
 */
export function tryMixings(tools: Tools): readonly Tried<Mixing>[] {
  const candidates = shares.flatMap((lexiconShare) =>
    powers.map((lengthPower): Mixing => ({ lexiconShare, lengthPower })),
  );
  const trials = [indicators(tools), messages(tools), names(tools)];
  return candidates.map((candidate) => {
    tools.onStep(`share ${candidate.lexiconShare}, power ${candidate.lengthPower}`);
    return { candidate, scores: Object.assign({}, ...trials.map((trial) => trial(candidate))) };
  });
}

type Trial = (mixing: Mixing) => Readonly<Record<string, number>>;

function indicators(tools: Tools): Trial {
  const { aside, learnt } = learntWithout('sdg/indicators', tools);
  const half = halvesOf(aside, kinOf, tools.seed).development;
  return (mixing) => {
    const concepts = mixedBy(learnt, mixing);
    const mrr = (['fr', 'es', 'ar', 'ru', 'zh'] as const).map((lang) =>
      meanOf(ranksAcross(lang, { asking: half, all: half, concepts }).map(reciprocal)),
    );
    return { indicators: meanOf(mrr) };
  };
}

function messages(tools: Tools): Trial {
  const { aside, learnt } = learntWithout('messages/f', tools);
  const half = halvesOf(aside.filter(isSentence), kinOf, tools.seed).development;
  return (mixing) => {
    const ranks = ranksAcross('pt', { asking: half, all: half, concepts: mixedBy(learnt, mixing) });
    return { 'messages (pt)': meanOf(ranks.map(reciprocal)) };
  };
}

function names(tools: Tools): Trial {
  const { aside, learnt } = learntWithout('iati/Sector/', tools);
  const half = halvesOf(describedCodes(aside), kinOf, tools.seed).development;
  const found = (concepts: Concepts): readonly number[] =>
    (['fr', 'es', 'pt', 'ar', 'ru', 'zh'] as const).map((lang) =>
      meanOf(foundByNames(lang, { asking: half, all: half, concepts })),
    );
  return (mixing) => ({ 'names of sectors': meanOf(found(mixedBy(learnt, mixing))) });
}
