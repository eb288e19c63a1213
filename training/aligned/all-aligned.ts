import type { AlignedText } from './aligned-text.ts';
import { codelistNames, dacCodes } from './codelists.ts';
import { countryNames } from './country-names.ts';
import { fieldTerms, glossaryTerms } from './glossary.ts';
import { namesOfBodies, ownRecords } from './own-records.ts';
import { ownMessages, vocabularyNames } from './own-words.ts';
import { sdgNames } from './sdg-names.ts';
import { eurovocConcepts, unbisConcepts } from './thesauri.ts';

const dacFiles = [
  'sectors',
  'sector_categories',
  'aid_types',
  'aid_type_categories',
  'finance_types',
  'finance_type_categories',
  'flow_types',
  'collaboration_types',
];

/** All aligned texts from which the concept layer learns, in a fixed order. */
export function allAligned(): readonly AlignedText[] {
  return [
    ...sdgNames('goals'),
    ...sdgNames('targets'),
    ...sdgNames('indicators'),
    ...codelistNames(),
    ...dacFiles.flatMap(dacCodes),
    ...unbisConcepts(),
    ...eurovocConcepts(),
    ...countryNames(),
    ...vocabularyNames(),
    ...glossaryTerms(),
    ...fieldTerms(),
    ...namesOfBodies(),
    ...ownRecords(),
    ...ownMessages(),
  ];
}
