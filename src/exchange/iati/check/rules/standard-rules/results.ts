import { since } from '../../../standard/notation.ts';
import { atLeastOne, ifThen } from '../counting-rules.ts';
import type { Rule } from '../rule.ts';
import { activityRule } from './notation.ts';

/** Measures that are numbers: unit, percentage, nominal, ordinal. */
const measured = "result/indicator[@measure='1' or @measure='2' or @measure='3' or @measure='4']";
const told = "result/indicator[@measure='5']";

/** Results and their measurements: chapter 8. */
export const resultRules: readonly Rule[] = [
  ...(['baseline', 'period/target', 'period/actual'] as const).flatMap((place, index) => {
    const chapter = `8.${8 + index}`;
    return [
      activityRule(
        `${chapter}.1`,
        'error',
        `${measured}/${place}`,
        'ruleMeasureValue',
        atLeastOne('@value'),
        since('2.03'),
      ),
      activityRule(
        `${chapter}.2`,
        'warning',
        `${measured}/${place}`,
        'ruleMeasureNumber',
        ifThen('@value', 'number(@value) = @value', '@value'),
        since('2.03'),
      ),
      activityRule(
        `${chapter}.3`,
        'warning',
        `${told}/${place}`,
        'ruleMeasureNone',
        ifThen('@value', 'not(@value)', '@value'),
        since('2.03'),
      ),
    ];
  }),
  activityRule(
    '8.11.1',
    'error',
    'result',
    'ruleReferenceOnce',
    ifThen('reference', 'not(indicator/reference)', 'indicator/reference'),
  ),
];
