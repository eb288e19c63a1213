import { createHash } from 'node:crypto';
import { facetNames } from '../../fields/facet.ts';
import { interfaceLanguages } from '../../kernel/language-tag.ts';
import { chainVersion } from '../../language/chain-version.ts';
import { forEachToken } from '../../language/tokens.ts';
import { piecesVersion } from './contents-pieces.ts';
import { fieldWeights } from './word-collector.ts';

/** Words whose cutting and stemming show whether the rules of the language room have changed. */
const probe =
  "South-South cooperations, l'élaboration des projets régionaux, capacitações e nações, los países compartieron, " +
  'сотрудничества развивающихся стран, التعاون بين بلدان الجنوب والمشروعات, 南南合作与三方合作, ความร่วมมือ, ١٢٣ ﬁnances 2030’s';

/**
 * What a snapshot depends on besides the records: the form of its pieces, the facets, the weights, how words are cut
 * and stemmed (its version, and a probe in case somebody forgot to raise that), the ICU tables of this Node, and the
 * rules by which its caller makes documents of records.
 */
export function stampOfThisProgram(rules: string): string {
  const words: string[] = [];
  for (const lang of interfaceLanguages) {
    forEachToken(probe, lang, (surface, term) => words.push(`${surface}/${term}`));
  }
  const parts = [
    piecesVersion,
    chainVersion,
    process.versions['icu'],
    facetNames,
    fieldWeights,
    words,
    rules,
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
